// The whole test run: static checks, unit tests, both builds, checks of what was built, browser tests.
// Ends with one line, `N passed, N failed`, and exit code 1 when anything failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** One step. Without `count` the step is one check: passed when its command exits with 0. */
interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Record<string, string>;
  readonly count?: () => Count;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const UNIT_REPORT = 'test-results/unit.json';
const BROWSER_REPORT = 'test-results/browser.json';

/** One after the other; the steps of an inner list side by side, since each of them keeps one core busy. */
const steps: readonly (Step | readonly Step[])[] = [
  { name: 'content types', command: ['astro', 'sync'] },
  [
    { name: 'types of .astro files', command: ['astro', 'check'] },
    { name: 'types', command: ['tsc', '--noEmit'] },
    { name: 'lint', command: ['eslint', '.'] },
    { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  ],
  {
    name: 'unit tests, cells and exercises',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${UNIT_REPORT}`,
    ],
    count: () => vitestCount(UNIT_REPORT),
  },
  { name: 'build at /', command: ['astro', 'build'], env: { BASE_PATH: '/', OUT_DIR: 'dist' } },
  {
    name: 'build below a sub-path, with galleries',
    command: ['astro', 'build'],
    env: { BASE_PATH: '/course/', OUT_DIR: 'dist-sub/course', DOWNHILL_GALLERY: '1' },
  },
  ...optionalScripts(),
  {
    name: 'browser tests',
    command: ['playwright', 'test'],
    count: () => playwrightCount(BROWSER_REPORT),
  },
];

/** Checks of the built site that are scripts of their own. */
function optionalScripts(): Step[] {
  return [
    { name: 'links, headings, texts and sizes', command: ['node', 'tools/check-site.ts'] },
    { name: 'Lighthouse', command: ['node', 'tools/check-lighthouse.ts'] },
  ].filter(({ command }) => existsSync(new URL(`../${command[1]}`, import.meta.url)));
}

async function main(): Promise<void> {
  process.chdir(root);
  rmSync('test-results', { recursive: true, force: true });
  mkdirSync('test-results');
  const totals = { passed: 0, failed: 0 };
  const lines: string[] = [];
  for (const entry of steps) {
    const together = [entry].flat();
    const waiting = [...together];
    const work = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) {
        const { passed, failed, seconds } = await take(step, together.length > 1);
        totals.passed += passed;
        totals.failed += failed;
        const mark = failed ? '✗' : '✓';
        lines.push(`${mark} ${step.name}: ${passed} passed, ${failed} failed (${seconds} s)`);
      }
    };
    await Promise.all(together.slice(0, availableParallelism()).map(work));
  }
  console.log(`\n${lines.join('\n')}\n\n${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
}

/** Runs a step. What it prints is shown as it comes, or, with others beside it, when it has ended. */
async function take(step: Step, isBeside: boolean): Promise<Count & { seconds: string }> {
  const start = performance.now();
  if (!isBeside) console.log(`\n── ${step.name}`);
  const { code, printed } = await run(step, isBeside);
  if (isBeside) console.log(`\n── ${step.name}\n${printed}`);
  return { ...tally(step, code), seconds: ((performance.now() - start) / 1000).toFixed(0) };
}

/** A step that exits with an error counts at least one failure, whatever its report says. */
function tally(step: Step, code: number): Count {
  if (!step.count) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  let count: Count = { passed: 0, failed: 0 };
  try {
    count = step.count();
  } catch (error) {
    console.error(`No report of ${step.name}: ${String(error)}`);
  }
  const silent = count.passed + count.failed === 0;
  return { ...count, failed: code !== 0 || silent ? Math.max(1, count.failed) : count.failed };
}

function run(step: Step, isBeside: boolean): Promise<{ code: number; printed: string }> {
  const [program, ...args] = step.command;
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...step.env };
  const output = isBeside ? 'pipe' : 'inherit';
  const child = spawn(program!, args, { stdio: ['ignore', output, output], env });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve({ code: 1, printed });
    });
    child.on('close', (code) => resolve({ code: code ?? 1, printed }));
  });
}

function vitestCount(path: string): Count {
  const report = JSON.parse(readFileSync(path, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function playwrightCount(path: string): Count {
  const { stats } = JSON.parse(readFileSync(path, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number };
  };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

await main();
