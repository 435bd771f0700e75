// Lighthouse on the home page and on the heaviest lesson: accessibility, best practices and search must be 100.
// `node tools/check-lighthouse.ts` after a build at /. Performance is measured by bench/lighthouse.ts.
import { readdirSync, statSync } from 'node:fs';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { serveCompressed } from './compressed-site.ts';
import { findBrowser } from './find-browser.ts';

const port = Number(process.env.LIGHTHOUSE_PORT ?? 4319);
const categories = ['accessibility', 'best-practices', 'seo'] as const;

const lessons = readdirSync('dist/lessons').filter((name) => !name.includes('.'));
const weight = (slug: string) => statSync(`dist/lessons/${slug}/index.html`).size;
const heaviest = lessons.toSorted((a, b) => weight(b) - weight(a))[0];
// At a place within it a lesson is laid out whole, and what it holds can be measured where it stands.
const paths = ['', ...(heaviest ? [`lessons/${heaviest}/#main`] : [])];

const end = serveCompressed('dist', port);
const { executablePath, args } = await findBrowser();
const browser = await puppeteer.launch({ executablePath, args, headless: true });
let failed = 0;
try {
  for (const path of paths) {
    const page = await browser.newPage();
    const result = await lighthouse(
      `http://localhost:${port}/${path}`,
      {
        output: 'json',
        logLevel: 'error',
        onlyCategories: [...categories],
        // Not under our control on a test server: it serves without TLS and without a redirect to it.
        skipAudits: ['is-on-https', 'redirects-http'],
      },
      undefined,
      page as never,
    );
    await page.close();
    if (!result) throw new Error(`Lighthouse gave nothing for /${path}`);
    const { lhr } = result;
    for (const [id, category] of Object.entries(lhr.categories)) {
      const score = Math.round((category.score ?? 0) * 100);
      console.log(`/${path}`.padEnd(36), id.padEnd(16), score);
      if (score === 100) continue;
      failed++;
      for (const { id: audit, weight } of category.auditRefs) {
        const { score, title, details } = lhr.audits[audit]!;
        if (weight === 0 || score === null || score === 1) continue;
        const items =
          (details as { items?: { node?: { snippet?: string } }[] } | undefined)?.items ?? [];
        console.error(
          `  ${audit}: ${title}`,
          items
            .slice(0, 4)
            .map(({ node }) => node?.snippet ?? '')
            .join('\n    '),
        );
      }
    }
  }
} finally {
  await browser.close();
  end();
}
process.exitCode = failed > 0 ? 1 : 0;
