// A finger on the screen.
import type { Locator, Page } from '@playwright/test';

type Share = readonly [x: number, y: number];

/** Brings an element to the middle of the window and waits until what is near was laid out and nothing moves. */
export async function bringHere(target: Locator): Promise<void> {
  await target.evaluate(async (element) => {
    element.scrollIntoView({ block: 'center' });
    let [calm, last] = [0, Number.NaN];
    while (calm < 12) {
      await new Promise(requestAnimationFrame);
      const place = element.getBoundingClientRect().top + 10_000 * scrollY;
      calm = place === last ? calm + 1 : 0;
      last = place;
    }
    element.scrollIntoView({ block: 'center' });
  });
}

/**
 * Drags one finger over an element, from one place to another, both as shares of its width and height. Gives how far the
 * page scrolled meanwhile: 0 if the element held it.
 */
export async function swipe(page: Page, on: Locator, from: Share, to: Share): Promise<number> {
  await bringHere(on);
  const before = await page.evaluate(() => scrollY);
  const box = (await on.boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove', share: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: [
        {
          x: box.x + box.width * (from[0] + share * (to[0] - from[0])),
          y: box.y + box.height * (from[1] + share * (to[1] - from[1])),
        },
      ],
    });
  await touch('touchStart', 0);
  for (const share of [0.25, 0.5, 0.75, 1]) await touch('touchMove', share);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
  return (await page.evaluate(() => scrollY)) - before;
}

/** Drags from the middle of an element, by pixels; gives what `swipe` gives. */
export async function dragWithFinger(
  page: Page,
  target: Locator,
  by: { readonly x: number; readonly y: number },
): Promise<number> {
  const box = (await target.boundingBox())!;
  return swipe(page, target, [0.5, 0.5], [0.5 + by.x / box.width, 0.5 + by.y / box.height]);
}
