import { expect, it } from 'vitest';
import { roundPaths } from './lighter-pages.ts';

it('coordinates of long paths are rounded to a tenth, and nothing else is touched', () => {
  const long = 'M40,20L49.831,44.889L59.661,63.948L69.492,79.749L0.123,0.456';
  expect(roundPaths(`<p>49.831</p><path d="${long}"/>`)).toBe(
    '<p>49.831</p><path d="M40,20L49.8,44.9L59.7,63.9L69.5,79.7L0.123,0.456"/>',
  );
});
