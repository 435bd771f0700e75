import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packText, unpackText } from './packed-text.ts';

test('any bytes come back, through printable characters that need no escape', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      const packed = packText(bytes);
      expect(packed.text).toMatch(/^[ !#%&(-;=-[\]-_a-~]*$/);
      expect([...unpackText(packed)]).toEqual([...bytes]);
    }),
    { seed: 1 },
  );
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  expect([...unpackText(packText(all))]).toEqual([...all]);
});
