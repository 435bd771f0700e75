// Writes components/figures/convolution/pictures.generated.ts from the data sets in public/data.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
const raw = (name: string) => gunzipSync(readFileSync(`${root}/public/data/${name}`));
const fashion = raw('fashion-test.bin');
const digits = raw('digits.bin');

const HALF_BYTES = (28 * 28) / 2;
const item = (index: number) =>
  fashion.subarray(index * HALF_BYTES, (index + 1) * HALF_BYTES).toString('base64');
const digit = (index: number) => digits.subarray(index * 64, (index + 1) * 64).toString('base64');

const packed = { shirt: item(0), shoe: item(9), bag: item(8), three: digit(3) };
writeFileSync(
  `${root}/components/figures/convolution/pictures.generated.ts`,
  `// Written by tools/figures/convolution-pictures.ts: a few pictures of the data sets, two pixels or one pixel a byte.
export const packed = ${JSON.stringify(packed, null, 2)} as const;
`,
);
