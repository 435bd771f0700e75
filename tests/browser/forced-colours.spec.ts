// With the few colours a reader forces on all pages (Windows' contrast themes), in a light and in a dark set: every
// control has a text, an edge or a sign to be seen by, the focus is seen, and so are the words in drawings.
import { expect, test, type Page } from '@playwright/test';

const pages = ['', 'lessons/gradient-descent/', 'lessons/cnn/', 'review/', 'glossary/'];

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`forced colours, ${colorScheme}`, () => {
    test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' }, colorScheme });

    for (const path of pages)
      test(`/${path} can be used`, async ({ page }) => {
        test.slow();
        await page.goto(path);
        await page.evaluate(() => (document.documentElement.dataset.whole = ''));
        expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
        await page.evaluate(bringContrast);
        expect.soft(await unseenControls(page), 'controls that nothing shows').toEqual([]);
        expect.soft(await paleWords(page), 'words of drawings, too pale').toEqual([]);
        expect.soft(await unseenFocus(page), 'focus that nothing shows').toEqual([]);
      });
  });

/** In the page: `contrast(colour)` to the ground that the forced colours give, from 1 to 21. */
interface WithContrast {
  contrast(colour: string): number;
}

function bringContrast(): void {
  const brightness = (colour: string): number | undefined => {
    const [r, g, b, alpha = 1] = [...colour.matchAll(/[\d.]+/g)].map(Number);
    if (r === undefined || !colour.startsWith('rgb') || alpha < 0.5) return undefined;
    const [red, green, blue] = [r, g!, b!].map((value) =>
      value <= 10 ? value / 3295 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const canvas = document.createElement('p');
  canvas.style.backgroundColor = 'Canvas';
  document.body.append(canvas);
  const ground = brightness(getComputedStyle(canvas).backgroundColor)!;
  canvas.remove();
  (window as unknown as WithContrast).contrast = (colour) => {
    const own = brightness(colour);
    if (own === undefined) return 1;
    return (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
  };
}

/** Controls without a text, an edge or a sign that stands out; those that browsers draw themselves left aside. */
const unseenControls = (page: Page) =>
  page
    .locator('button, select, summary, input[type=text], textarea, g[role=slider]')
    .evaluateAll((controls) => {
      const { contrast } = window as unknown as WithContrast;
      const hasEdge = ({ borderStyle, borderWidth, borderColor }: CSSStyleDeclaration) =>
        borderStyle !== 'none' && parseFloat(borderWidth) > 0 && contrast(borderColor) >= 3;
      const isSign = (part: Element) => {
        const { stroke, fill } = getComputedStyle(part);
        return part instanceof SVGElement && [stroke, fill].some((colour) => contrast(colour) >= 3);
      };
      const isSeen = (control: Element) =>
        (control as HTMLElement).innerText?.trim() ||
        hasEdge(getComputedStyle(control)) ||
        contrast(getComputedStyle(control, '::before').backgroundColor) >= 3 ||
        [...control.querySelectorAll('*')].some(isSign);
      return controls
        .filter((control) => control.checkVisibility({ visibilityProperty: true }))
        .filter((control) => !isSeen(control))
        .map((control) => control.outerHTML.slice(0, 160));
    });

/** Words beside the lines of a drawing that stand out less than a text has to. */
const paleWords = (page: Page) =>
  page.locator('svg [aria-label*=axis] text').evaluateAll((words) => {
    const { contrast } = window as unknown as WithContrast;
    return words
      .filter((word) => contrast(getComputedStyle(word).fill) < 4.5)
      .map((word) => `${word.textContent} ${getComputedStyle(word).fill}`);
  });

/** Places that the first tabs reach and where nothing shows the focus. */
async function unseenFocus(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => {
      const { contrast } = window as unknown as WithContrast;
      const active = document.activeElement!;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(active);
      const hasOutline =
        outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && contrast(outlineColor) >= 3;
      const reach = active.querySelector('.plot-reach');
      const hasRing = reach !== null && contrast(getComputedStyle(reach).stroke) >= 3;
      return hasOutline || hasRing || active === document.body
        ? undefined
        : active.outerHTML.slice(0, 160);
    });
    if (place) found.push(place);
  }
  return found;
}
