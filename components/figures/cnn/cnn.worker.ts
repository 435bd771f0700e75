// The worker in which the page's network is trained.
import { setDataSource, useKernels } from '../../../src/engine/index.ts';
import { serveTraining, type Port } from '../../../src/engine/train/worker.ts';
import type { Job, Report, Result } from './job.ts';
import { work } from './train.ts';

useKernels('fast');
serveTraining<Job, Report, Result>(self as unknown as Port, (job, control) => {
  if (job.kind === 'train')
    setDataSource(async (name) => {
      const response = await fetch(job.data + name);
      if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    });
  return work(job, control);
});
