// What the site promises on every page: nothing from elsewhere, no error, no breach of its policy; and axe finds
// nothing: all its rules in the light theme, then those of colour again in the dark one.
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

/** A lesson without a Chinese text shows the English one below /zh/: axe reads one of these for all. */
const borrowed = builtLessons()
  .filter((path) => path.startsWith('zh/'))
  .filter((path) => !existsSync(`content/zh/${path.split('/').at(-2)}.mdx`));

const isForAxe = (path: string) =>
  !/(^|\/)(sandbox|pagefind)/.test(path) && !borrowed.slice(1).includes(path);

for (const path of builtPages())
  test(`/${path} loads from this origin alone, without an error or a breach of its policy${isForAxe(path) ? ', and axe finds nothing in light and dark' : ''}`, async ({
    page,
    baseURL,
  }) => {
    if (path.includes('lessons/')) test.slow();
    const problems: string[] = [];
    const origin = new URL(baseURL!).origin;
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(data|blob):/.test(url) && new URL(url).origin !== origin)
        problems.push(`request to ${url}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    // Show the whole page once; each figure comes to life on its own page below /embed/.
    await page.evaluate(async () => {
      for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
        scrollTo(0, y);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    });
    await page.waitForLoadState('networkidle');
    expect(problems).toEqual([]);
    const policy = page.locator('meta[http-equiv="content-security-policy" i]');
    await expect(policy).toHaveAttribute('content', /default-src '(self|none)'/);

    if (!isForAxe(path)) return;
    await page.evaluate(() => scrollTo(0, 0));
    const light = await faults(page, { type: 'tag', values: TAGS });
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await faults(page, { type: 'rule', values: OF_COLOUR });
    expect({ light, dark }).toEqual({ light: [], dark: [] });
  });

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
