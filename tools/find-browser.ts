// Finds a Chromium for the browser tests, or brings one: no preparation by hand.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Keeps a headless browser quiet on machines without a display, a sandbox or a network. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
}

/**
 * The browser named by CHROME_PATH; else one installed on this machine; else the one inside the npm
 * package @sparticuz/chromium (Linux x64). Throws with advice when there is none.
 */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
    return { executablePath: named, args: QUIET };
  }
  const installed = USUAL_PLACES.find((path) => existsSync(path)) ?? onPath();
  if (installed) return { executablePath: installed, args: QUIET };
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: chromium } = await import('@sparticuz/chromium');
    chromium.setGraphicsMode = false;
    return { executablePath: await chromium.executablePath(), args: QUIET };
  }
  throw new Error(
    'No Chrome or Chromium found. Install one, or set CHROME_PATH to its executable, and run again.',
  );
}

function onPath(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'chrome']) {
    try {
      return execFileSync('which', [name], { stdio: ['ignore', 'pipe', 'ignore'] })
        .toString()
        .trim();
    } catch {
      // not this one
    }
  }
  return undefined;
}
