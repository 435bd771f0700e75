// The same libraries in headless Chromium, one page each.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../tools/find-browser.ts';
import { bundleForPage, wasmFolder } from './bundle.ts';
import type { Runner } from './protocol.ts';

const awake = ['--disable-renderer-backgrounding', '--disable-background-timer-throttling'];

export interface Host {
  readonly version: string;
  start(adapter: string): Promise<Runner | string>;
  /** Runs a function body in an empty page; `body` is given the address of the adapter's script. */
  fresh(adapter: string, body: (script: string) => string): Promise<number[]>;
  close(): Promise<void>;
}

/** A browser with a server beside it, or the reason why there is none. */
export async function openChromium(): Promise<Host | string> {
  let browser: Browser;
  try {
    const { executablePath, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, args: [...args, ...awake] });
  } catch (error) {
    return `no Chromium here: ${String(error).split('\n')[0]}`;
  }
  const scripts = new Map<string, string>();
  const server = createServer((request, response) => {
    const [, kind, name] = (request.url ?? '/').split('/');
    if (kind === 'wasm') {
      response
        .writeHead(200, { 'content-type': 'application/wasm' })
        .end(readFileSync(wasmFolder + name));
    } else if (kind === 'script') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(scripts.get(name));
    } else {
      const page = `<!doctype html><title>${kind}</title><script type="module" src="/script/${kind}"></script>`;
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    version: browser.version(),
    async start(adapter) {
      scripts.set(adapter, await bundleForPage(adapter));
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${address}/${adapter}`);
      await page.waitForFunction('globalThis.peer');
      const found = (await page
        .evaluate(`peer.init('/wasm/')`)
        .catch((error) => ({ fatal: String(error) }))) as Record<string, string>;
      if (found.fatal) return `${adapter}: ${found.fatal.slice(0, 200)}`;
      await page.evaluate(answering);
      return {
        key: adapter,
        name: (await page.evaluate('peer.name')) as string,
        version: found.version,
        ask: (message) =>
          page.evaluate(`answer(${JSON.stringify(message)})`) as Promise<Record<string, unknown>>,
        close: () => page.close(),
      };
    },
    async fresh(adapter, body) {
      if (!scripts.has(adapter)) scripts.set(adapter, await bundleForPage(adapter));
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${address}/empty`);
      const result = (await page.evaluate(
        `(async () => {${body(`/script/${adapter}`)}})()`,
      )) as number[];
      await page.close();
      return result;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Runs in the page: the counterpart of child.ts. */
const answering = `
  const subjects = new Map();
  globalThis.answer = ({ command, work, steps }) => {
    try {
      const w = workloads[work];
      if (command === 'supports') return { ok: peer.supports(w) };
      if (command === 'drop') {
        subjects.get(work)?.dispose?.();
        subjects.delete(work);
        return { ok: true };
      }
      if (command === 'check') {
        const fresh = peer.make(w);
        if (fresh.result) return { losses: [fresh.result()] };
        return { losses: [1, 2, 3, 4].map(() => (fresh.step(), fresh.sync())) };
      }
      if (!subjects.has(work)) subjects.set(work, peer.make(w));
      const subject = subjects.get(work);
      const start = performance.now();
      for (let i = 0; i < steps; i++) subject.step();
      subject.sync();
      return { ms: performance.now() - start };
    } catch (error) {
      return { error: String(error) };
    }
  };
`;
