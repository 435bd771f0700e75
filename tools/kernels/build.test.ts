import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generate } from './build.ts';

it('the committed kernels are what their source compiles to (else: npm run kernels)', async () => {
  const committed = new URL('../../src/engine/kernels/wasm.generated.ts', import.meta.url);
  expect((await generate()) === readFileSync(committed, 'utf8')).toBe(true);
}, 120_000);
