// How the build's time grows with the number of lessons: 10, 100 and 300 synthetic ones, each with formulas and cells,
// from nothing; then again after one lesson was edited, and of how many lessons that made what anew. Works in a copy.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export interface Build {
  readonly lessons: number;
  /** Seconds from nothing, and after one lesson was edited. */
  readonly first: number;
  readonly again: number;
  /** Of how many lessons the second build ran the cells, compiled the text and read the exercises. */
  readonly redone: readonly number[];
}

const lesson = (n: number, salt = 0) => `---
title: Synthetic lesson ${n}
summary: A lesson that exists to be built, with formulas and cells like a real one.
question: How long does this take?
order: ${(n % 99) + 1}
minutes: 10
updated: 2026-01-01
---

${'A paragraph of some length with a formula $w \\\\leftarrow w - \\\\eta \\\\nabla J$ in it, and a little text after it. '.repeat(6)}

## A section

\`\`\`ts run id=first
import { randn, manualSeed } from 'downhill';

manualSeed(${n + salt});
const x = randn(40, 3);
display(x.mean(0));
\`\`\`

## Another section

\`\`\`ts run id=second
const variance = x.variance().item();
display(variance);
\`\`\`
`;

/** A copy of the project without content. */
function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'downhill-bench-'));
  for (const name of [
    'src',
    'components',
    'public',
    'content',
    'tests/fixtures',
    'astro.config.mjs',
    'tsconfig.json',
    'package.json',
  ])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const lang of ['en', 'zh'])
    rmSync(join(copy, 'content', lang), { recursive: true, force: true });
  // Packages are shared, caches are not: every count starts from nothing.
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '.cache' && name !== '.astro' && name !== '.vite')
      symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  return copy;
}

function build(copy: string): number {
  const start = performance.now();
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'],
    {
      cwd: copy,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`${stdout.slice(-2000)}\n${stderr.slice(-2000)}`);
  return (performance.now() - start) / 1000;
}

/** What a build keeps of each lesson: one file a lesson and kind, written when it is made. */
const KEPT = ['cells', 'lessons', 'exercises'];

/** The files of a kind that were written since a moment, in milliseconds of the clock. */
const writtenSince = (copy: string, kind: string, moment: number) => {
  const folder = join(copy, 'node_modules/.cache/downhill', kind);
  return readdirSync(folder).filter((name) => statSync(join(folder, name)).mtimeMs > moment).length;
};

/** Takes about five minutes for 10, 100 and 300. */
export function measureBuilds(counts: readonly number[]): Build[] {
  const copy = copyProject();
  try {
    return counts.map((lessons) => {
      for (const old of ['content/en', 'node_modules/.cache', 'node_modules/.astro'])
        rmSync(join(copy, old), { recursive: true, force: true });
      mkdirSync(join(copy, 'content/en'), { recursive: true });
      for (let n = 0; n < lessons; n++)
        writeFileSync(join(copy, `content/en/synthetic-${n}.mdx`), lesson(n));
      const first = build(copy);
      const moment = Date.now();
      writeFileSync(join(copy, 'content/en/synthetic-0.mdx'), lesson(0, 1000));
      const again = build(copy);
      const redone = KEPT.map((kind) => writtenSince(copy, kind, moment));
      const done = { lessons, first, again, redone };
      console.log(JSON.stringify(done));
      return done;
    });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
