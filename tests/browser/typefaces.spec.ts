// Every character of a lesson stands in the typeface it was set in, not in whatever the reader's system has.
import { expect, test, type CDPSession } from '@playwright/test';
import { englishLessons } from './pages.ts';

const OURS = /Source Serif|Inter|JetBrains|KaTeX/;
/** Text in Chinese is set in the system's typefaces; what only screen readers read, in any. */
const ELSEWHERE = '.katex-mathml, [lang|=zh], script, style, template';

for (const path of englishLessons())
  test(`/${path} is set in its own typefaces`, async ({ page }) => {
    await page.goto(path);
    await page.evaluate((elsewhere) => {
      document.documentElement.dataset.whole = '';
      const used = new Map<string, Set<string>>();
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { parentElement: of, textContent } = texts.currentNode;
        if (!of || of.closest(elsewhere) || !of.checkVisibility()) continue;
        const { fontFamily, fontStyle, fontWeight } = getComputedStyle(of);
        const face = `${fontStyle} ${fontWeight} 1rem ${fontFamily}`;
        const set = used.get(face) ?? new Set();
        for (const sign of textContent!) if (/\S/.test(sign)) set.add(sign);
        used.set(face, set);
      }
      const samples = document.createElement('div');
      samples.id = 'samples';
      for (const [font, signs] of used)
        for (const sign of signs) {
          const sample = document.createElement('span');
          sample.style.font = font;
          sample.textContent = sign;
          samples.append(sample);
        }
      document.body.append(samples);
    }, ELSEWHERE);
    expect(await page.locator('#samples > span').count()).toBeGreaterThan(300);
    await page.evaluate(() => document.fonts.ready);
    const session = await page.context().newCDPSession(page);
    expect(await strangers(session)).toEqual([]);
  });

/** The samples that fell back on a typeface of the system. */
async function strangers(session: CDPSession): Promise<string[]> {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const found = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '#samples > span',
  });
  const strange: string[] = [];
  for (const nodeId of found.nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    if (fonts.every((font) => font.isCustomFont && OURS.test(font.familyName))) continue;
    const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId });
    strange.push(`${outerHTML} in ${fonts.map((font) => font.familyName).join(', ')}`);
  }
  return strange;
}
