// The worker of the degradation experiment: trains both nets, and tells the page how far they are.
import { setDataSource } from '../../../src/engine/index.ts';
import { serveTraining, type Port } from '../../../src/engine/train/worker.ts';
import type { Job, Report, Result } from './race-job.ts';
import { work } from './race.ts';

serveTraining<Job, Report, Result>(self as unknown as Port, async (job, control) => {
  if (job.type === 'race')
    setDataSource(async (name) => {
      const response = await fetch(job.data + name);
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    });
  return work(job, control);
});
