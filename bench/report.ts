// RESULTS.md from the measured numbers. What they mean is in NOTES.md, written by hand and put at the end.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ceiling } from './ceiling.ts';
import { median, speed, type Measured } from './measure.ts';
import type { MemorySample } from './memory.ts';
import type { Profile } from './profile.ts';
import type { Size } from './size.ts';
import type { StartUp } from './start-up.ts';
import { flops, growth, mainWorkloads, workloads } from './workloads.ts';

export interface Table {
  readonly host: string;
  readonly versions: Record<string, string>;
  readonly missing: string[];
  readonly measured: Record<string, Measured>;
  readonly wrong: string[];
}

export interface Results {
  machine?: string;
  date?: string;
  node?: Table;
  chromium?: Table;
  growth?: Record<string, Measured>;
  startUp?: StartUp[];
  memory?: MemorySample[];
  size?: Size[];
  ceiling?: Ceiling[];
  profile?: Profile;
}

/** Speeds relative to PyTorch on one thread that the engine aims at. */
const targets: Record<string, number> = {
  w1a: 10,
  w1b: 3,
  w2: 0.6,
  w3: 0.5,
  w4: 0.33,
  inference: 2.8,
  product256: 0.5,
  product512: 0.5,
};

const number = (x: number) => (x >= 1000 ? Math.round(x).toString() : x.toPrecision(3));
const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const rows = (head: readonly string[], body: readonly (readonly (string | number)[])[]) =>
  [row(head), row(head.map(() => '---')), ...body.map(row)].join('\n');

export function report(results: Results): string {
  const { node, chromium } = results;
  return [
    '# How fast the engine is',
    'Made by `npm run bench`; do not edit. What the numbers mean, and what bounds them, stands at the end.',
    `${results.machine ?? ''}; ${results.date ?? ''}.`,
    summary(node, chromium),
    node ? hostTables(node, 'PyTorch') : '',
    chromium ? hostTables(chromium, 'jax-js') : '',
    results.ceiling ? ceilingTable(results.ceiling) : '',
    results.growth ? growthTables(results.growth) : '',
    results.profile ? profileTable(results.profile) : '',
    results.startUp ? startUpTable(results.startUp) : '',
    results.memory ? memoryTable(results.memory) : '',
    results.size ? sizeTable(results.size) : '',
    readFileSync(join(import.meta.dirname, 'NOTES.md'), 'utf8').trim(),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

/** Speed of each library relative to `reference`: the median over rounds. */
function relative({ series }: Measured, reference: string): Map<string, number> {
  const base = series.find(({ peer }) => peer === reference);
  return new Map(base ? series.map((s) => [s.peer, speed(s, base)]) : []);
}

/** The least time of a library: what it would take on a machine with nothing else to do. */
function least({ series }: Measured, peer: string): number {
  return Math.min(...(series.find((s) => s.peer === peer)?.times ?? [NaN]));
}

function summary(node: Table | undefined, chromium: Table | undefined): string {
  if (!node) return '';
  const peers = Object.keys(node.versions).filter(
    (name) => !name.startsWith('downhill') && name !== 'PyTorch',
  );
  const body = mainWorkloads
    .filter((work) => node.measured[work])
    .map((work) => {
      const speeds = relative(node.measured[work], 'PyTorch');
      const ours = speeds.get('downhill');
      const there = chromium?.measured[work];
      const best = peers
        .map((peer) => [speeds.get(peer) ?? 0, peer] as const)
        .sort((a, b) => b[0] - a[0])[0];
      const inPage =
        there &&
        there.series
          .filter(({ peer }) => !peer.startsWith('downhill'))
          .map(({ peer }) => [least(there, peer) / least(there, 'downhill'), peer] as const)
          .sort((a, b) => a[0] - b[0])[0];
      return [
        workloads[work].title,
        ours ? `**${number(ours)}**` : '–',
        number(least(node.measured[work], 'PyTorch') / least(node.measured[work], 'downhill')),
        `≥ ${targets[work]}`,
        ours ? (ours >= targets[work] ? 'reached' : 'missed') : '–',
        best?.[0] ? `${number((ours ?? 0) / best[0])} × ${best[1]}` : '–',
        inPage ? `${number(inPage[0])} × ${inPage[1]}` : '–',
      ];
    });
  return [
    '## Against the targets',
    'Speed relative to PyTorch on one thread (1 = as fast, higher is faster): a step is forward, backward and SGD update in float32, losses of the first steps checked to agree. Medians of the ratios of interleaved rounds; beside it the ratio of the least times of each, which other work on the machine disturbs less; then how many times faster than the fastest of the other JavaScript libraries (in Chromium by least times).',
    rows(
      [
        'work',
        'downhill',
        'by least times',
        'target',
        '',
        'Node: next best',
        'Chromium: next best',
      ],
      body,
    ),
  ].join('\n\n');
}

function hostTables(table: Table, reference: string): string {
  const parts = [
    `## ${table.host}`,
    Object.entries(table.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join('; ') + '.',
  ];
  if (table.wrong.length)
    parts.push(`Other losses than expected (other work was done): ${table.wrong.join(', ')}.`);
  for (const work of mainWorkloads.filter((name) => table.measured[name])) {
    const measured = table.measured[work];
    const w = workloads[work];
    const speeds = relative(measured, reference);
    const work32 = flops(w);
    const body = measured.series.map((s) => {
      const ms = median(s.times);
      const ratio = speeds.get(s.peer);
      return [
        s.peer,
        number(ms),
        number(1000 / ms),
        number(work32 / ms / 1e6),
        ratio ? number(ratio) : '–',
        `${number(Math.min(...s.times))} … ${number(Math.max(...s.times))}`,
      ];
    });
    parts.push(
      `### ${w.title} (${number(work32 / 1e6)} MFLOP)`,
      rows(
        [
          'library',
          'ms a step',
          'steps a second',
          'GFLOP/s',
          `speed, ${reference} = 1`,
          'ms, least … most',
        ],
        body,
      ),
    );
    if (measured.missing.length) parts.push(`Not run: ${measured.missing.join('; ')}.`);
  }
  if (table.missing.length) parts.push(`Not there: ${table.missing.join('; ')}.`);
  return parts.join('\n\n');
}

function ceilingTable(ceilings: readonly Ceiling[]): string {
  const sides = Object.keys(ceilings[0].products).map(Number);
  const body = ceilings.map(({ mode, ceiling, products }) => [
    mode,
    number(ceiling),
    ...sides.map((n) => `${number(products[n])} (${Math.round((100 * products[n]) / ceiling)} %)`),
  ]);
  return [
    '## The matrix product and its ceiling',
    'GFLOP/s of the least time. The ceiling is a loop of multiply-adds that never leaves the registers: all that 128-bit instructions give.',
    rows(['kernels', 'ceiling', ...sides.map((n) => `product ${n}`)], body),
  ].join('\n\n');
}

function growthTables(measured: Record<string, Measured>): string {
  const heads = {
    batch: 'W2, by batch size',
    width: 'Dense net of three layers, batch 64, by width',
    depth: 'Residual net on 28 × 28, 8 channels, batch 8, by depth',
  };
  const parts = ['## How cost grows'];
  for (const [group, works] of Object.entries(growth) as [
    keyof typeof growth,
    typeof workloads,
  ][]) {
    const body = Object.entries(works).map(([work, w]) => {
      const { series } = measured[work];
      const ours = series.find(({ peer }) => peer === 'downhill');
      const torch = series.find(({ peer }) => peer === 'PyTorch');
      const ms = ours ? median(ours.times) : NaN;
      return [
        w.title,
        number(flops(w) / 1e6),
        number(ms),
        number((1000 * ms) / w.batch),
        number(flops(w) / ms / 1e6),
        ours && torch ? number(speed(ours, torch)) : '–',
      ];
    });
    parts.push(
      `### ${heads[group]}`,
      rows(['', 'MFLOP', 'ms a step', 'µs an example', 'GFLOP/s', 'speed, PyTorch = 1'], body),
    );
  }
  return parts.join('\n\n');
}

function profileTable(profile: Profile): string {
  const body = Object.entries(profile).map(([work, shares]) => [
    workloads[work].title,
    shares.map(({ kernel, share }) => `${kernel} ${Math.round(100 * share)} %`).join(', '),
  ]);
  return [
    '## Where the time of a step goes',
    'Every kernel under a stopwatch (which itself costs W1 and inference something); shares under 2 % left out.',
    rows(['work', 'share of the time'], body),
  ].join('\n\n');
}

function startUpTable(startUps: readonly StartUp[]): string {
  const body = startUps.map((s) => [
    s.host,
    workloads[s.work].title,
    number(s.load),
    number(s.first),
    number(s.second),
    number(s.hundredth),
  ]);
  return [
    '## Start',
    'Milliseconds in a fresh process or page, without the download: loading the engine, which compiles its kernels; then the first, second and hundredth step.',
    rows(['host', 'work', 'load and compile', 'first step', 'second', 'hundredth'], body),
  ].join('\n\n');
}

function memoryTable(samples: readonly MemorySample[]): string {
  const body = samples.map((s) => [
    s.steps.toLocaleString('en'),
    number(s.engine),
    number(s.collected),
    number(s.resident),
  ]);
  return [
    '## Memory over 100,000 steps of W1a',
    "MiB. The learner's loop frees nothing by hand.",
    rows(['steps', "engine's heap", 'JavaScript heap after collection', 'resident'], body),
  ].join('\n\n');
}

function sizeTable(list: readonly Size[]): string {
  const body = list.map(({ what, minified, compressed }) => [
    what,
    minified.toFixed(1),
    compressed.toFixed(1),
  ]);
  return [
    '## Size',
    'kB as a page ships it. The aim for the whole engine with all kernels is 40 kB compressed.',
    rows(['what', 'minified', 'and gzip'], body),
  ].join('\n\n');
}
