// One library in one process: `node child.mjs <file of the bundled adapter> [folder of wasm files]` obeys JSON lines on standard input.

import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { workloads } from './workloads.ts';
import type { Peer, Subject } from './protocol.ts';

const answer = (message: object) => process.stdout.write(`@${JSON.stringify(message)}\n`);
console.log =
  console.warn =
  console.info =
    (...words) => void process.stderr.write(`${words.join(' ')}\n`);

const peer = (await import(pathToFileURL(process.argv[2]).href)) as Peer;
const subjects = new Map<string, Subject>();

try {
  answer({ name: peer.name, ...(await peer.init(process.argv[3])) });
} catch (error) {
  answer({ fatal: String(error) });
  process.exit(1);
}

/** Milliseconds that this thread has spent on a core: what else a shared machine does in between is not counted. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function subject(work: string): Subject {
  const found = subjects.get(work) ?? peer.make(workloads[work]);
  subjects.set(work, found);
  return found;
}

function firstLosses(work: string): unknown[] {
  const fresh = peer.make(workloads[work]);
  if (fresh.result) return [fresh.result()];
  return Array.from({ length: 4 }, () => (fresh.step(), fresh.sync()));
}

for await (const line of createInterface({ input: process.stdin })) {
  const { command, work, steps } = JSON.parse(line);
  try {
    if (command === 'quit') process.exit(0);
    if (command === 'supports') answer({ ok: peer.supports(workloads[work]) });
    if (command === 'drop') {
      subjects.get(work)?.dispose?.();
      subjects.delete(work);
      answer({ ok: true });
    }
    if (command === 'check') answer({ losses: firstLosses(work) });
    if (command === 'run') {
      const one = subject(work);
      const start = threadTime();
      for (let i = 0; i < steps; i++) one.step();
      one.sync();
      answer({ ms: threadTime() - start });
    }
  } catch (error) {
    answer({ error: String((error as Error).stack ?? error).slice(0, 600) });
  }
}
