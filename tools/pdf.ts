// The whole course as one PDF a language: `npm run pdf`, after a build. Writes downhill-en.pdf and, where there are
// lessons in Chinese, downhill-zh.pdf into dist/. Each lesson is printed by the browser; the parts are joined in order.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { load } from 'js-yaml';
import { findBrowser } from './find-browser.ts';

const port = Number(process.env.PDF_PORT ?? 4390);
const server = spawn('sirv', ['dist', '--quiet', '--port', String(port)], { stdio: 'ignore' });
const browser = await chromium.launch(await findBrowser());
try {
  for (const lang of ['en', 'zh']) {
    const lessons = lessonsOf(lang);
    if (lessons.length) await print(lang, lessons);
  }
} finally {
  await browser.close();
  server.kill();
}

function lessonsOf(lang: string): string[] {
  const folder = `content/${lang}`;
  if (!existsSync(folder)) return [];
  const order = (file: string) => {
    const [, yaml] = /^---\n([\s\S]*?)\n---/.exec(readFileSync(`${folder}/${file}`, 'utf8')) ?? [];
    return (load(yaml ?? '') as { order?: number }).order ?? 0;
  };
  return readdirSync(folder)
    .filter((file) => file.endsWith('.mdx'))
    .sort((a, b) => order(a) - order(b))
    .map((file) => file.replace('.mdx', ''))
    .filter((slug) => {
      const built = existsSync(`dist/${lang === 'zh' ? 'zh/' : ''}lessons/${slug}/index.html`);
      if (!built) console.warn(`${slug} is not in dist/: build first`);
      return built;
    });
}

async function print(lang: string, lessons: readonly string[]): Promise<void> {
  const base = `http://localhost:${port}/${lang === 'zh' ? 'zh/' : ''}`;
  const folder = 'dist/pdf';
  mkdirSync(folder, { recursive: true });
  const page = await browser.newPage({ colorScheme: 'light', reducedMotion: 'reduce' });
  // One document: the lessons' articles after each other on the first lesson's page, each on a new sheet.
  await page.goto(`${base}lessons/${lessons[0]}/`, { waitUntil: 'networkidle' });
  for (const slug of lessons.slice(1)) {
    await page.evaluate(async (address) => {
      const text = await (await fetch(address)).text();
      const other = new DOMParser().parseFromString(text, 'text/html');
      other.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]').forEach((sheet) => {
        if (!document.head.querySelector(`link[href="${sheet.getAttribute('href')}"]`))
          document.head.append(document.importNode(sheet));
      });
      // Small sheets stand in the page itself; the policy of this page refuses them as elements.
      for (const { textContent } of other.querySelectorAll('head > style')) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(textContent);
        document.adoptedStyleSheets.push(sheet);
      }
      const article = document.importNode(
        other.querySelector('main > article')!,
        true,
      ) as HTMLElement;
      // Islands stay as they were rendered: nothing has to come alive on paper.
      article.querySelectorAll('astro-island, downhill-cell').forEach((island) => {
        const still = document.createElement('div');
        for (const { name, value } of island.attributes)
          if (name === 'class' || name === 'id') still.setAttribute(name, value);
        still.append(...island.childNodes);
        island.replaceWith(still);
      });
      article.style.breakBefore = 'page';
      document.querySelector('main')!.append(article);
    }, `${base}lessons/${slug}/`);
  }
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  const file = `${folder}/downhill-${lang}.pdf`;
  await page.pdf({
    path: file,
    format: 'A4',
    printBackground: true,
    outline: true,
    tagged: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="font-size:8px;width:100%;text-align:center"><span class="pageNumber"></span></div>',
    margin: { top: '18mm', bottom: '20mm', left: '17mm', right: '17mm' },
  });
  await page.close();
  console.log(`${file}: ${lessons.length} lessons`);
}
