// The build's worker thread: takes one lesson after another.
import { parentPort } from 'node:worker_threads';
import { type Job, runInNode } from './run-in-node.ts';

parentPort!.on('message', async ({ job, ticket }: { job: Job; ticket: number }) => {
  try {
    const result = await runInNode(job, (id) => parentPort!.postMessage({ ticket, started: id }));
    parentPort!.postMessage({ ticket, result });
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort!.postMessage({ ticket, broke: message });
  }
});
