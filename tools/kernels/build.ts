// Compiles the AssemblyScript kernels into src/engine/kernels/wasm.generated.ts (base64: a worker made from a blob cannot fetch).
// `npm run kernels`. Two builds: all kernels with separate multiply and add (deterministic); those in which fused multiply-add
// pays once more with relaxed SIMD (fast).

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('../../', import.meta.url));
const target = join(root, 'src/engine/kernels/wasm.generated.ts');

const common = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--noExportMemory'];
// The first addresses stay free: 0 means "no operand". v128 never crosses to JavaScript, whatever warning 112 fears.
const memory = ['--memoryBase', '64', '--enable', 'simd', '--disableWarning', '112'];

/** The bytes of one build of `entry`. */
async function compile(entry: string, extra: readonly string[]): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'kernels-'));
  const out = join(folder, 'out.wasm');
  const source = `src/engine/kernels/assembly/${entry}`;
  const { error, stderr } = await asc.main([
    source,
    '-o',
    out,
    '--baseDir',
    root,
    ...common,
    ...memory,
    ...extra,
  ]);
  if (error) throw new Error(`${source} does not compile: ${error.message}\n${stderr.toString()}`);
  const bytes = readFileSync(out);
  rmSync(folder, { recursive: true });
  return bytes;
}

/** The text of the generated module, compiled afresh. */
export async function generate(): Promise<string> {
  const deterministic = await compile('index.ts', []);
  const fast = await compile('index.fast.ts', ['--enable', 'relaxed-simd']);
  return `// Made by tools/kernels/build.ts from src/engine/kernels/assembly; do not edit.

/** All kernels, multiply and add rounded separately: ${deterministic.length} bytes. */
export const DETERMINISTIC =
  '${deterministic.toString('base64')}';

/** Matrix products and convolutions with relaxed SIMD: ${fast.length} bytes. */
export const FAST =
  '${fast.toString('base64')}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, await generate());
