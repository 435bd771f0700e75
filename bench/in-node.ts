// Libraries as processes under Node, PyTorch among them; each pinned to one core where `taskset` exists.

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { folder, out, wasmFolder } from './bundle.ts';
import type { Runner } from './protocol.ts';
import { learningRate, makeData, residualBlocks, workloads } from './workloads.ts';

function works(command: string, ...words: string[]): boolean {
  try {
    execFileSync(command, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The Python that has PyTorch, if any. */
export function pythonWithTorch(): string | undefined {
  return ['python3', '/usr/bin/python3'].find((python) =>
    works(python, '-c', 'import torch, numpy'),
  );
}

const pin = (core: string) => (works('taskset', '-c', core, 'true') ? ['taskset', '-c', core] : []);

export async function startInNode(adapter: string, core: string): Promise<Runner | string> {
  let words = [process.execPath, join(out, 'child.mjs'), join(out, `${adapter}.mjs`), wasmFolder];
  if (adapter === 'torch') {
    const python = pythonWithTorch();
    if (!python) return 'PyTorch: no python3 with torch here';
    writeDataForPython();
    words = [python, join(folder, 'peers/torch_peer.py'), join(out, 'data')];
  }
  const [command, ...rest] = [...pin(core), ...words];
  const child = spawn(command, rest, {
    stdio: ['pipe', 'pipe', process.env.DEBUG ? 'inherit' : 'ignore'],
  });
  const waiting: ((message: Record<string, unknown>) => void)[] = [];
  let isDead = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('@')) waiting.shift()?.(JSON.parse(line.slice(1)));
  });
  child.on('exit', () => {
    isDead = true;
    for (const settle of waiting.splice(0)) settle({ error: 'the process ended' });
  });
  const answer = () =>
    new Promise<Record<string, unknown>>((settle) =>
      isDead ? settle({ error: 'the process ended' }) : waiting.push(settle),
    );
  const hello = await answer();
  if (!hello.name) return `${adapter}: ${hello.fatal ?? hello.error}`;
  return {
    key: adapter,
    name: hello.name as string,
    version: hello.version as string,
    ask(message) {
      const reply = answer();
      if (!isDead) child.stdin.write(`${JSON.stringify(message)}\n`);
      return reply;
    },
    close: () => void child.kill(),
  };
}

/** The same numbers for Python: one file of float32 and one of names and shapes for each workload. */
function writeDataForPython(): void {
  mkdirSync(join(out, 'data'), { recursive: true });
  for (const [work, w] of Object.entries(workloads)) {
    const data = makeData(w);
    const side = w.size ?? 0;
    const parts =
      w.kind === 'product'
        ? [
            { name: 'a', shape: [side, side], data: data.a },
            { name: 'b', shape: [side, side], data: data.b },
          ]
        : [
            { name: 'x', ...data.x },
            ...data.parameters.map((p) => ({ ...p, name: `p:${p.name}` })),
          ];
    let offset = 0;
    const tensors = parts.map(({ name, shape, data: { length } }) => {
      offset += length;
      return { name, shape, offset: offset - length, length };
    });
    const bytes = parts.map(({ data: d }) => Buffer.from(d.buffer, d.byteOffset, d.byteLength));
    writeFileSync(join(out, 'data', `${work}.bin`), Buffer.concat(bytes));
    const blocks = w.kind === 'residual' ? residualBlocks(w) : undefined;
    const meta = {
      kind: w.kind,
      inference: w.inference,
      learningRate,
      tensors,
      blocks,
      labels: [...data.labels],
    };
    writeFileSync(join(out, 'data', `${work}.json`), JSON.stringify(meta));
  }
}
