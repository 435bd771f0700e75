// Compiles the AssemblyScript kernels into src/engine/kernels/wasm.generated.ts, as text because a worker made from a blob cannot
// fetch.
// `npm run kernels`.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { packText } from '../../src/engine/kernels/packed-text.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const target = join(root, 'src/engine/kernels/wasm.generated.ts');

// The first addresses stay free: 0 means "no operand". v128 never crosses to JavaScript, whatever warning 112 fears.
const options =
  '-Oz --noAssert --runtime stub --enable simd --importMemory --noExportMemory --memoryBase 64 --disableWarning 112';

/** The text of the generated module, compiled afresh. */
export async function generate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kernels-'));
  const out = join(folder, 'kernels.wasm');
  const words = ['src/engine/kernels/assembly/index.ts', '-o', out, '--baseDir', root];
  const { error, stderr } = await asc.main([...words, ...options.split(' ')]);
  if (error) throw new Error(`the kernels do not compile: ${error.message}\n${stderr.toString()}`);
  const bytes = readFileSync(out);
  rmSync(folder, { recursive: true });
  const { frequent, text } = packText(bytes);
  return `// Made by tools/kernels/build.ts from src/engine/kernels/assembly; do not edit.

/** The compiled kernels, ${bytes.length} bytes; packed-text.ts says how. */
export const KERNELS = {
  frequent: '${frequent}',
  text: '${text}',
};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, await generate());
