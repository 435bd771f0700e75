// Brings src/exercises/ledger.json up to date: node tools/exercise-ledger.ts [--reword]
// Refuses when a question changed under the same version; --reword accepts that, for a change of wording only.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ledgerOf, ledgerProblems, ledgerStale, type Ledger } from '../src/exercises/collect/ledger.ts';
import { readLessons } from '../src/exercises/collect/lessons.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = new URL('../src/exercises/ledger.json', import.meta.url);
const before = read();
const now = ledgerOf(await readLessons(root));
const problems = process.argv.includes('--reword') ? [] : ledgerProblems(before, now);
if (problems.length) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  // Entries of removed exercises stay: an id is never given to another question.
  const all = { ...before, ...now };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
  console.log(`${ledgerStale(before, now).length} entries written`);
}

function read(): Ledger {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Ledger;
  } catch {
    return {};
  }
}
