// Adapters are bundled before anything runs them, so that Node and the browser execute the same code.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

export const folder = import.meta.dirname;
export const out = join(folder, 'out');
export const wasmFolder = join(folder, 'node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/');

/** All adapters that run in JavaScript, ours first. */
export const adapters = [
  'downhill',
  'downhill-deterministic',
  'tfjs-cpu',
  'tfjs-wasm',
  'jax-js',
  'convnetjs',
  'toygrad',
  'brain',
];

const source = (adapter: string) => `${adapter}.${adapter.startsWith('downhill') ? 'ts' : 'mjs'}`;

/** Installs the peers, which no reader of the course needs, unless they are there. */
export function installPeers(): void {
  if (!existsSync(join(folder, 'node_modules/@tensorflow/tfjs-core')))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: folder,
      stdio: 'inherit',
    });
}

const common: BuildOptions = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  mainFields: ['module', 'main'],
  logLevel: 'error',
};

/** For Node: one file for each adapter, and the process that holds it. */
export async function bundleForNode(): Promise<void> {
  mkdirSync(out, { recursive: true });
  const banner =
    "import{createRequire as __r}from'node:module';import{dirname as __d}from'node:path';import{fileURLToPath as __f}from'node:url';" +
    'const require=__r(import.meta.url),__filename=__f(import.meta.url),__dirname=__d(__filename);';
  await build({
    ...common,
    entryPoints: [
      ...adapters.map((a) => ({ in: join(folder, 'peers', source(a)), out: a })),
      { in: join(folder, 'child.ts'), out: 'child' },
    ],
    outdir: out,
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    external: ['node:*'],
    banner: { js: banner },
  });
}

const pageExternals = [
  'node:*',
  'fs',
  'path',
  'util',
  'crypto',
  'worker_threads',
  'perf_hooks',
  'os',
  'string_decoder',
];

/** For a page: a script that puts the adapter and its workloads on the window. */
export async function bundleForPage(adapter: string): Promise<string> {
  const contents = `
    import * as peer from './peers/${source(adapter)}';
    import { workloads } from './workloads.ts';
    Object.assign(globalThis, { peer, workloads });`;
  const result = await build({
    ...common,
    stdin: { contents, resolveDir: folder },
    platform: 'browser',
    minify: true,
    write: false,
    external: pageExternals,
  });
  return result.outputFiles?.[0].text ?? '';
}

export const readJson = (path: string) =>
  existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
export const writeJson = (path: string, value: unknown) =>
  writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);
