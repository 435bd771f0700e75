// Lighthouse's performance score, with its own settings for a phone on a slow network: the home page and every lesson,
// each several times with a fresh browser; the run in the middle counts. `node bench/lighthouse.ts [runs]` after a build.
import { readdirSync } from 'node:fs';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { serveCompressed } from '../tools/compressed-site.ts';
import { findBrowser } from '../tools/find-browser.ts';

const port = Number(process.env.LIGHTHOUSE_PORT ?? 4319);
const runs = Number(process.argv[2] ?? 5);
const lessons = readdirSync('dist/lessons').filter((name) => !name.includes('.'));
const { executablePath, args } = await findBrowser();

interface Run {
  readonly score: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly blocked: number;
  readonly shift: number;
}

async function measure(path: string): Promise<Run> {
  const browser = await puppeteer.launch({ executablePath, args, headless: true });
  try {
    const page = await browser.newPage();
    const result = await lighthouse(
      `http://localhost:${port}/${path}`,
      { logLevel: 'error', onlyCategories: ['performance'] },
      undefined,
      page as never,
    );
    if (!result) throw new Error(`Lighthouse gave nothing for /${path}`);
    const { audits, categories } = result.lhr;
    const value = (id: string) => audits[id]?.numericValue ?? Number.NaN;
    return {
      score: Math.round(100 * (categories['performance']!.score ?? 0)),
      firstPaint: value('first-contentful-paint') / 1000,
      largestPaint: value('largest-contentful-paint') / 1000,
      blocked: value('total-blocking-time'),
      shift: value('cumulative-layout-shift'),
    };
  } finally {
    await browser.close();
  }
}

const end = serveCompressed('dist', port);
try {
  console.log('| page | score | of | first paint | largest paint | blocked | layout shift |');
  console.log('| --- | ---: | --- | ---: | ---: | ---: | ---: |');
  for (const path of ['', ...lessons.map((name) => `lessons/${name}/`)]) {
    const seen: Run[] = [];
    for (let run = 0; run < runs; run++) seen.push(await measure(path));
    seen.sort((a, b) => a.score - b.score);
    const middle = seen[Math.floor(runs / 2)]!;
    const { score, firstPaint, largestPaint, blocked, shift } = middle;
    const all = seen.map((run) => run.score).join(' ');
    console.log(
      `| /${path} | ${score} | ${all} | ${firstPaint.toFixed(1)} s | ${largestPaint.toFixed(1)} s | ${blocked.toFixed(0)} ms | ${shift.toFixed(3)} |`,
    );
  }
} finally {
  end();
}
