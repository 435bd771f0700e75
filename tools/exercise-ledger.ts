// Brings the ledger of questions up to date: node tools/exercise-ledger.ts [--reword]
// Refuses when a question changed under the same version; --reword accepts that, for a change of wording only.
import { fileURLToPath } from 'node:url';
import {
  ledgerOf,
  ledgerProblems,
  ledgerStale,
  readLedger,
  writeLedger,
} from '../src/exercises/collect/ledger.ts';
import { readLessons } from '../src/exercises/collect/lessons.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const lessons = await readLessons(root);
for (const lesson of new Set(lessons.map((item) => item.lesson))) {
  const before = readLedger(root, lesson);
  const now = ledgerOf(lessons.filter((item) => item.lesson === lesson));
  const problems = process.argv.includes('--reword') ? [] : ledgerProblems(before, now);
  if (problems.length) {
    console.error(problems.join('\n'));
    process.exitCode = 1;
  } else if (ledgerStale(before, now).length) {
    writeLedger(root, lesson, now);
    console.log(`${lesson}: ${ledgerStale(before, now).length} entries written`);
  }
}
