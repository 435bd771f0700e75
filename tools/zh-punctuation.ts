// Mends half-width punctuation in Chinese texts: `node tools/zh-punctuation.ts FILE…`.
import { readFileSync, writeFileSync } from 'node:fs';
import { mendLine } from './check-site/punctuation.ts';

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8');
  const mended = text.split('\n').map(mendLine).join('\n');
  if (mended === text) continue;
  writeFileSync(file, mended);
  console.log(file);
}
