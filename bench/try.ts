// `node bench/try.ts [adapters] [workloads] [rounds]`: a quick look in Node; writes nothing.

import { adapters, bundleForNode, installPeers } from './bundle.ts';
import { startInNode } from './in-node.ts';
import { measure, median, speed } from './measure.ts';
import type { Runner } from './protocol.ts';
import { expected, flops, mainWorkloads, workloads } from './workloads.ts';

const [names = 'torch,downhill', works = mainWorkloads.join(), rounds = '7', core = '1'] =
  process.argv.slice(2);
installPeers();
await bundleForNode();
const runners: Runner[] = [];
for (const name of names === 'all' ? ['torch', ...adapters] : names.split(',')) {
  const runner = await startInNode(name, core);
  if (typeof runner === 'string') console.log(runner);
  else runners.push(runner);
}
for (const work of works.split(',')) {
  console.log(`\n${workloads[work].title}`);
  for (const runner of runners) {
    if ((await runner.ask({ command: 'supports', work })).ok !== true) continue;
    const { losses, error } = await runner.ask({ command: 'check', work });
    const found = (losses ?? []) as number[];
    const wrong = expected[work]?.some(
      (value, i) => !(Math.abs(value - found[i]) < 2e-3 * Math.abs(value)),
    );
    if (error || wrong)
      console.log(`  ${runner.name}: ${error ?? `losses ${found.map((l) => l?.toFixed(5))}`}`);
  }
  const { series, missing } = await measure(work, runners, { rounds: Number(rounds), turn: 200 });
  for (const s of series) {
    const ms = median(s.times);
    console.log(
      `  ${s.peer.padEnd(10)} ${ms.toPrecision(3).padStart(8)} ms ${(flops(workloads[work]) / ms / 1e6).toFixed(1).padStart(7)} GFLOP/s  × ${speed(s, series[0]).toFixed(3)}`,
    );
  }
  for (const line of missing) console.log(`  ${line}`);
}
for (const runner of runners) runner.close();
