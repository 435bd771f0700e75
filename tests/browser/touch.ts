// A finger on the screen.
import type { Locator, Page } from '@playwright/test';

type Share = readonly [x: number, y: number];

/** Drags one finger over an element, from one place to another, both as shares of its width and height. */
export async function swipe(page: Page, on: Locator, from: Share, to: Share): Promise<void> {
  await on.scrollIntoViewIfNeeded();
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
}
