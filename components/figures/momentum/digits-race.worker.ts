// The worker of the digits race: trains, and tells the page of every lap.
import { setDataSource } from '../../../src/engine/index.ts';
import { serveTraining, type Port } from '../../../src/engine/train/worker.ts';
import { trainSideBySide, type Lap, type Settings } from './digits-training.ts';

export interface Job extends Settings {
  /** Where the data files are. */
  readonly data: string;
}

serveTraining<Job, Lap, null>(self as unknown as Port, async (job, { report, signal }) => {
  setDataSource(async (name) => {
    const response = await fetch(job.data + name);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  });
  for await (const lap of trainSideBySide(job)) {
    if (signal.aborted) break;
    report(lap);
    await new Promise((resolve) => setTimeout(resolve)); // lets a cancellation in
  }
  return null;
});
