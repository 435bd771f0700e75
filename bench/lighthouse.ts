// Lighthouse's performance score, with its own settings for a phone on a slow network: the home page and every lesson,
// each several times with a fresh browser; the run in the middle counts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../tools/find-browser.ts';

const port = Number(process.env.LIGHTHOUSE_PORT ?? 4319);
const { executablePath, args } = await findBrowser();

export interface Run {
  readonly score: number;
  /** Seconds. */
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** Milliseconds. */
  readonly blocked: number;
  readonly shift: number;
}

async function measure(path: string): Promise<Run> {
  const browser = await puppeteer.launch({
    executablePath,
    args,
    headless: true,
    acceptInsecureCerts: true, // made for the measurement
  });
  try {
    const page = await browser.newPage();
    const result = await lighthouse(
      `https://localhost:${port}/${path}`,
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

/** The runs of each page of the site built in `dist`, the lowest score first. */
export async function measurePages(runs: number): Promise<Map<string, Run[]>> {
  const lessons = readdirSync('dist/lessons').filter((name) => !name.includes('.'));
  const host = spawn(
    process.execPath,
    [join(import.meta.dirname, 'host.ts'), 'dist', String(port)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(host.stdout, 'data');
  const pages = new Map<string, Run[]>();
  try {
    for (const path of ['', ...lessons.map((name) => `lessons/${name}/`)]) {
      const seen: Run[] = [];
      for (let run = 0; run < runs; run++) seen.push(await measure(path));
      seen.sort((a, b) => a.score - b.score);
      pages.set(path, seen);
      console.log(`/${path}`.padEnd(36), ...seen.map((run) => run.score));
    }
  } finally {
    host.kill();
  }
  return pages;
}
