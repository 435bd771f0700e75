// Browser tests: the built site, at / and below a sub-path, in a real browser.
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './tools/find-browser.ts';

const port = Number(process.env.TEST_PORT ?? 4310);
const { executablePath, args } = await findBrowser();

export default defineConfig({
  testDir: 'tests/browser',
  timeout: 30_000,
  expect: { timeout: 7_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  outputDir: 'test-results/browser',
  use: {
    launchOptions: { executablePath, args },
    trace: 'on-first-retry',
    contextOptions: { reducedMotion: 'reduce' },
    // It fetches the whole course at each first visit: the tests of reading offline allow it.
    serviceWorkers: 'block',
  },
  projects: [
    {
      name: 'root',
      testIgnore: /(sub-path|gallery).*\.spec\.ts/,
      use: { baseURL: `http://localhost:${port}/` },
    },
    {
      // The second build lies below /course/ and holds the galleries of components.
      name: 'sub-path',
      testMatch: /(sub-path|gallery).*\.spec\.ts/,
      use: { baseURL: `http://localhost:${port + 1}/course/` },
    },
  ],
  webServer: [server('dist', port), server('dist-sub', port + 1)].filter(({ folder }) =>
    existsSync(folder),
  ),
});

/** Serves a built folder as any static host does. While working on one build the other may be missing. */
function server(folder: string, at: number) {
  const command = `sirv ${folder} --quiet --port ${at}`;
  return { folder, command, port: at, reuseExistingServer: !process.env.CI };
}
