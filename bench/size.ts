// What a page ships, minified and compressed with gzip: each library with what it needs to train W3.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { folder, wasmFolder } from './bundle.ts';

export interface Size {
  readonly what: string;
  /** Kilobytes of 1,000 bytes. */
  readonly minified: number;
  readonly compressed: number;
}

const tensorflow = (backend: string) => `
  import * as tf from '@tensorflow/tfjs-core';
  import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
  import '@tensorflow/tfjs-backend-${backend}';
  globalThis.train = (x, y, V) => tf.train.sgd(0.01).minimize(() => tf.losses.softmaxCrossEntropy(y, tf.add(tf.matMul(tf.reshape(
    tf.maxPool(tf.relu(tf.add(tf.conv2d(x, V[0], 1, 'same'), V[1])), 2, 2, 'valid'), [32, -1]), V[2]), V[3])));`;

const entries: Record<string, string> = {
  'downhill, everything it exports':
    "import * as downhill from '../src/engine/index.ts'; globalThis.downhill = downhill;",
  'downhill, what W3 imports':
    "import { crossEntropy, nn, optim, tensor } from '../src/engine/index.ts'; globalThis.downhill = { crossEntropy, nn, optim, tensor };",
  'of that: compiled kernels':
    "import * as wasm from '../src/engine/kernels/wasm.generated.ts'; globalThis.wasm = wasm;",
  'tfjs, cpu back end': tensorflow('cpu'),
  'tfjs, wasm back end': tensorflow('wasm'),
  'jax-js (without WebGPU)':
    "import { numpy, jit, valueAndGrad, nn, lax, defaultDevice, init, tree } from '@jax-js/jax'; globalThis.jax = { numpy, jit, valueAndGrad, nn, lax, defaultDevice, init, tree };",
  convnetjs: "import convnetjs from 'convnetjs'; globalThis.convnetjs = convnetjs;",
  toygrad:
    "import { NeuralNetwork, Tensor, Trainers } from 'toygrad'; globalThis.toygrad = { NeuralNetwork, Tensor, Trainers };",
  'brain.js (dense nets only)':
    "import brain from './node_modules/brain.js/dist/neural-network.js'; globalThis.brain = brain;",
};

const gzip = (bytes: Uint8Array) => gzipSync(bytes, { level: 9 }).length / 1000;

export async function sizes(): Promise<Size[]> {
  const found: Size[] = [];
  for (const [what, contents] of Object.entries(entries)) {
    const result = await build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      minify: true,
      format: 'esm',
      splitting: true,
      outdir: join(folder, 'out/size'),
      write: false,
      metafile: true,
      platform: 'browser',
      mainFields: ['browser', 'module', 'main'],
      logLevel: 'silent',
      external: [
        'node:*',
        'fs',
        'path',
        'util',
        'crypto',
        'worker_threads',
        'perf_hooks',
        'os',
        'string_decoder',
        'stream',
      ],
    });
    // The entry and what it imports at once; chunks loaded later do not count.
    const files = result.outputFiles.filter(({ path }) =>
      isLoadedAtOnce(path, result.metafile.outputs),
    );
    const sum = (size: (bytes: Uint8Array) => number) =>
      files.reduce((total, file) => total + size(file.contents), 0);
    found.push({ what, minified: sum((bytes) => bytes.length / 1000), compressed: sum(gzip) });
  }
  const wasm = readFileSync(join(wasmFolder, 'tfjs-backend-wasm-simd.wasm'));
  found.push({
    what: '+ tfjs-backend-wasm-simd.wasm',
    minified: wasm.length / 1000,
    compressed: gzip(wasm),
  });
  return found;
}

type Outputs = Record<
  string,
  { entryPoint?: string; imports: { path: string; kind: string; external?: boolean }[] }
>;

function isLoadedAtOnce(path: string, outputs: Outputs): boolean {
  const entry = Object.keys(outputs).find((key) => outputs[key].entryPoint === '<stdin>') ?? '';
  const seen = new Set([entry]);
  for (const key of seen)
    for (const { path: imported, kind, external } of outputs[key].imports)
      if (kind === 'import-statement' && !external) seen.add(imported);
  return [...seen].some((key) => path.endsWith(key.split('/').pop() ?? key));
}
