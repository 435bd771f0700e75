// How quick the site is, for readers and for those who build it: `node bench/site.ts` after `npm run build`, about ten
// minutes on a machine that does nothing else; `node bench/site.ts pages` or `builds` measures one of the two. Writes
// SITE.md, and leaves the other half as it was.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { measureBuilds } from './build-time.ts';
import { measurePages } from './lighthouse.ts';

const RUNS = 5;
const COUNTS = [10, 100, 300];
const file = new URL('SITE.md', import.meta.url);

/** Taken when a half begins to be written: by then the machine's load is that of the measurement. */
const machine = () =>
  `${cpus()[0]!.model}, ${cpus().length} cores, load average ${loadavg()[0]!.toFixed(0)} (1 to 2 is this measurement alone), ${new Date().toISOString().slice(0, 10)}.`;

async function readers(): Promise<string> {
  const rows = [...(await measurePages(RUNS))].map(([path, runs]) => {
    const { score, firstPaint, largestPaint, blocked, shift } = runs[Math.floor(RUNS / 2)]!;
    const all = runs.map((run) => run.score).join(' ');
    const times = `${firstPaint.toFixed(1)} s | ${largestPaint.toFixed(1)} s | ${blocked.toFixed(0)} ms`;
    return `| /${path} | ${score} | ${all} | ${times} | ${shift.toFixed(3)} |`;
  });
  return `## For readers

${machine()}

Lighthouse's performance score with its own settings for a phone: a network of 1.6 Mbit/s with 150 ms of delay, a processor four times slower than this one. The site is served as hosts do: over HTTP/2 with TLS, compressed with gzip, each answer after 30 ms. ${RUNS} runs a page, each in a fresh browser; the row is the run in the middle. Other work on the machine costs points.

| page | score | of | first paint | largest paint | blocked | layout shift |
| --- | ---: | --- | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`;
}

function builders(): string {
  const builds = measureBuilds(COUNTS);
  const rows = builds.map(({ lessons, first, again, redone }, i) => {
    const before = builds[i - 1];
    const more = (of: 'first' | 'again') =>
      before ? `${((builds[i]![of] - before[of]) / (lessons - before.lessons)).toFixed(2)} s` : '–';
    const times = `${first.toFixed(0)} s | ${more('first')} | ${again.toFixed(0)} s | ${more('again')}`;
    return `| ${lessons} | ${times} | ${redone.join(', ')} |`;
  });
  return `## For those who build it

${machine()}

Synthetic lessons with formulas and two cells each, beside the site's own pages (glossary, engine reference, figures). Where time grows in a straight line, each further lesson costs the same. After an edit, that lesson alone has its types checked, its cells run, its formulas set and its exercises read; the rest is kept. What remains for each of the others is to write its files: two pages, two texts, two pictures.

| lessons | from nothing | each further lesson | after editing one | each further lesson then | of how many the cells ran, the text was compiled, the exercises were read |
| ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`;
}

const [only] = process.argv.slice(2);
const before = readFileSync(file, 'utf8').split(/^(?=## )/m);
const report = `# How quick the site is

Made by \`node bench/site.ts\` on the built site; do not edit.

${only === 'builds' ? before[1] : `${await readers()}\n`}${only === 'pages' ? before[2] : builders()}`;
writeFileSync(file, report);
console.log(report);
