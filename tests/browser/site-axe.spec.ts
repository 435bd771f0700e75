// axe on every page: all its rules in the light theme, then those of colour again in the dark one.
import { existsSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { axe } from './axe.ts';
import { builtLessons, builtPages } from './pages.ts';

interface RunOnly {
  type: 'tag' | 'rule';
  values: string[];
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** A lesson without a Chinese text shows the English one below /zh/: one of these stands for all. */
const borrowed = builtLessons()
  .filter((path) => path.startsWith('zh/'))
  .filter((path) => !existsSync(`content/zh/${path.split('/').at(-2)}.mdx`));

const pages = builtPages()
  .filter((path) => !/(^|\/)(sandbox|pagefind)/.test(path))
  .filter((path) => !borrowed.slice(1).includes(path));

for (const path of pages) {
  test(`/${path} has nothing that axe objects to, in light and dark`, async ({ page }) => {
    if (path.includes('lessons/')) test.slow();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const light = await faults(page, { type: 'tag', values: TAGS });
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await faults(page, { type: 'rule', values: OF_COLOUR });
    expect({ light, dark }).toEqual({ light: [], dark: [] });
  });
}

/** What axe objects to: the rule and the first elements. */
async function faults(page: Page, runOnly: RunOnly): Promise<string[]> {
  const { violations } = await axe(page)
    .options({ runOnly, resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => {
    const first = nodes.slice(0, 3).map((node) => node.html.slice(0, 120));
    return `${id}: ${first.join(' | ')}`;
  });
}
