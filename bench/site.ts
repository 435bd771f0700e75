// How quick the site is, for readers and for those who build it: `node bench/site.ts` after `npm run build`, about ten
// minutes on a machine that does nothing else. Writes SITE.md.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { measureBuilds } from './build-time.ts';
import { measurePages } from './lighthouse.ts';

const RUNS = 5;
const COUNTS = [10, 100, 300];

const pages = await measurePages(RUNS);
const load = loadavg()[0]!;
const builds = measureBuilds(COUNTS);

const pageRows = [...pages].map(([path, runs]) => {
  const { score, firstPaint, largestPaint, blocked, shift } = runs[Math.floor(RUNS / 2)]!;
  const all = runs.map((run) => run.score).join(' ');
  const times = `${firstPaint.toFixed(1)} s | ${largestPaint.toFixed(1)} s | ${blocked.toFixed(0)} ms`;
  return `| /${path} | ${score} | ${all} | ${times} | ${shift.toFixed(3)} |`;
});
const buildRows = builds.map(({ lessons, first, again, redone }, i) => {
  const before = builds[i - 1];
  const more = (of: 'first' | 'again') =>
    before ? `${((builds[i]![of] - before[of]) / (lessons - before.lessons)).toFixed(2)} s` : '–';
  const times = `${first.toFixed(0)} s | ${more('first')} | ${again.toFixed(0)} s | ${more('again')}`;
  return `| ${lessons} | ${times} | ${redone.join(', ')} |`;
});

const report = `# How quick the site is

Made by \`node bench/site.ts\` on the built site; do not edit. ${cpus()[0]!.model}, ${cpus().length} cores, load average ${load.toFixed(0)} (1 to 2 is this measurement alone), ${new Date().toISOString().slice(0, 10)}.

## For readers

Lighthouse's performance score with its own settings for a phone: a network of 1.6 Mbit/s with 150 ms of delay, a processor four times slower than this one. The site is served as hosts do: over HTTP/2 with TLS, compressed with gzip, each answer after 30 ms. ${RUNS} runs a page, each in a fresh browser; the row is the run in the middle. Other work on the machine costs points.

| page | score | of | first paint | largest paint | blocked | layout shift |
| --- | ---: | --- | ---: | ---: | ---: | ---: |
${pageRows.join('\n')}

## For those who build it

Synthetic lessons with formulas and two cells each, beside the site's own pages (glossary, engine reference, figures). Where time grows in a straight line, each further lesson costs the same. After an edit, that lesson alone has its types checked, its cells run, its formulas set and its exercises read; the rest is kept. What remains for each of the others is to write its files: two pages, two texts, two pictures.

| lessons | from nothing | each further lesson | after editing one | each further lesson then | of how many the cells ran, the text was compiled, the exercises were read |
| ---: | ---: | ---: | ---: | ---: | ---: |
${buildRows.join('\n')}
`;
writeFileSync(new URL('SITE.md', import.meta.url), report);
console.log(report);
