// `npm run bench`: measures the engine against its peers in Node and in headless Chromium and writes RESULTS.md.
//
//   --only node,chromium,growth,startUp,memory,size,ceiling,profile   some sections; the others keep their last numbers
//   --rounds 9   --core 1   --work w1a,w2   --peers torch,downhill

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { arch, cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  adapters,
  bundleForNode,
  folder,
  installPeers,
  out,
  readJson,
  writeJson,
} from './bundle.ts';
import { openChromium, type Host } from './in-chromium.ts';
import { startInNode } from './in-node.ts';
import { measure, type Measured } from './measure.ts';
import { memoryOverSteps } from './memory.ts';
import type { Runner } from './protocol.ts';
import { report, type Results, type Table } from './report.ts';
import { sizes } from './size.ts';
import { startUpInChromium, startUpInNode } from './start-up.ts';
import { expected, growth, mainWorkloads } from './workloads.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'node,chromium,growth,startUp,memory,size,ceiling,profile' },
    rounds: { type: 'string', default: '9' },
    core: { type: 'string', default: '1' },
    work: { type: 'string', default: mainWorkloads.join() },
    peers: { type: 'string', default: ['torch', ...adapters].join() },
  },
});
const wanted = new Set(options.only.split(','));
const rounds = Number(options.rounds);
const works = options.work.split(',');
const results: Results = readJson(join(out, 'results.json'));

installPeers();
await bundleForNode();

if (wanted.has('node')) {
  const { runners, missing } = await start(options.peers.split(','), (adapter) =>
    startInNode(adapter, options.core),
  );
  results.node = await table(`Node ${process.version}`, runners, missing, results.node);
  for (const runner of runners) await runner.close();
}
if (wanted.has('growth')) {
  const { runners } = await start(['torch', 'downhill'], (adapter) =>
    startInNode(adapter, options.core),
  );
  results.growth = {};
  for (const work of Object.values(growth).flatMap((group) => Object.keys(group)))
    results.growth[work] = await measure(work, runners, { rounds: Math.min(rounds, 5), turn: 100 });
  for (const runner of runners) await runner.close();
}
if (wanted.has('startUp')) results.startUp = startUpInNode();
if (wanted.has('chromium')) {
  const host = await openChromium();
  if (typeof host === 'string') console.warn(host);
  else {
    await inChromium(host);
    await host.close();
  }
}
if (wanted.has('memory')) results.memory = memoryOverSteps();
if (wanted.has('size')) results.size = await sizes();
for (const section of ['ceiling', 'profile'] as const) {
  // In a process of their own, so that nothing measured before has shaped the compiled code.
  if (!wanted.has(section)) continue;
  const call = section === 'ceiling' ? 'await m.ceilings()' : 'm.profile()';
  const script = `const m = await import(${JSON.stringify(join(folder, `${section}.ts`))}); console.log(JSON.stringify(${call}))`;
  results[section] = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
  );
}
results.machine = `${cpus()[0].model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()} ${arch()}`;
results.date = new Date().toISOString().slice(0, 10);
writeJson(join(out, 'results.json'), results);
writeFileSync(join(folder, 'RESULTS.md'), report(results));
console.log('bench/RESULTS.md written');

async function start(names: readonly string[], one: (adapter: string) => Promise<Runner | string>) {
  const runners: Runner[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const runner = await one(name);
    if (typeof runner === 'string') missing.push(runner);
    else runners.push(runner);
  }
  return { runners, missing };
}

async function table(
  host: string,
  runners: readonly Runner[],
  missing: readonly string[],
  before: Table | undefined,
): Promise<Table> {
  const measured: Record<string, Measured> = { ...before?.measured };
  for (const work of works) {
    console.log(`${host}: ${work}`);
    measured[work] = await measure(work, runners, {
      rounds: work === 'w4' ? Math.min(rounds, 5) : rounds,
      turn: 250,
    });
  }
  const versions = Object.fromEntries(runners.map(({ name, version }) => [name, version]));
  return {
    host,
    versions: { ...before?.versions, ...versions },
    missing: [...missing],
    measured,
    wrong: await wrongLosses(runners),
  };
}

/** Libraries whose first four losses differ from the expected ones: they did other work. */
async function wrongLosses(runners: readonly Runner[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const runner of runners) {
    for (const [work, losses] of Object.entries(expected)) {
      if ((await runner.ask({ command: 'supports', work })).ok !== true) continue;
      if (runner.key === 'jax-js' && work === 'w4') continue; // a minute for four steps
      const found = ((await runner.ask({ command: 'check', work })).losses ?? []) as number[];
      if (
        runner.key !== 'brain' &&
        losses.some((loss, i) => !(Math.abs(loss - found[i]) < 2e-3 * Math.abs(loss)))
      )
        wrong.push(`${runner.name}: ${work}`);
    }
  }
  return wrong;
}

async function inChromium(host: Host): Promise<void> {
  const names = options.peers.split(',').filter((name) => name !== 'torch');
  const { runners, missing } = await start(names, (adapter) => host.start(adapter));
  results.chromium = await table(`Chromium ${host.version}`, runners, missing, results.chromium);
  for (const runner of runners) await runner.close();
  if (wanted.has('startUp'))
    results.startUp = [
      ...(results.startUp ?? []).filter((s) => s.host !== 'Chromium'),
      ...(await startUpInChromium(host)),
    ];
}
