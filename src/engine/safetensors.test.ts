import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSafetensors, nn, randn, saveSafetensors, tensor, zeros } from './index.ts';
import { packWeights, unpackWeights } from './train/worker.ts';

fc.configureGlobal({ seed: 20261121 }); // the same cases every time

/** A file with any header and so many bytes of data. */
function file(header: unknown, dataBytes = 0, claimed?: bigint): Uint8Array {
  const text = new TextEncoder().encode(
    typeof header === 'string' ? header : JSON.stringify(header),
  );
  const bytes = new Uint8Array(8 + text.length + dataBytes);
  new DataView(bytes.buffer).setBigUint64(0, claimed ?? BigInt(text.length), true);
  bytes.set(text, 8);
  return bytes;
}

const entry = (shape: unknown, begin: unknown, end: unknown, dtype: unknown = 'F32') => ({
  dtype,
  shape,
  data_offsets: [begin, end],
});

describe('safetensors', () => {
  test('what is saved comes back, bit for bit', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((name) => name !== '__metadata__' && name !== '__proto__'),
          fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
        ),
        (shapes) => {
          const tensors = Object.fromEntries(
            Object.entries(shapes).map(([name, shape]) => [name, randn(shape)]),
          );
          const loaded = loadSafetensors(saveSafetensors(tensors));
          expect(Object.keys(loaded).sort()).toEqual(Object.keys(tensors).sort());
          for (const [name, t] of Object.entries(tensors))
            expect([loaded[name].shape, loaded[name].data]).toEqual([t.shape, t.data]);
        },
      ),
    );
  });

  test('a file as the reference implementation writes it', () => {
    const bytes = file(
      '{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"__metadata__":{"format":"pt"}}   ',
      8,
    );
    new DataView(bytes.buffer).setFloat32(bytes.length - 8, 1.5, true);
    expect(loadSafetensors(bytes).a.tolist()).toEqual([1.5, 0]);
  });

  test('other types are read', () => {
    const bytes = file(
      { u: entry([2], 0, 2, 'U8'), i: entry([1], 2, 6, 'I32'), d: entry([], 6, 14, 'F64') },
      14,
    );
    const view = new DataView(bytes.buffer, bytes.length - 14);
    view.setUint8(1, 200);
    view.setInt32(2, -3, true);
    view.setFloat64(6, 0.25, true);
    const { u, i, d } = loadSafetensors(bytes);
    expect([u.tolist(), i.tolist(), d.item()]).toEqual([[0, 200], [-3], 0.25]);
  });

  const hostile: [string, Uint8Array, string][] = [
    ['empty', new Uint8Array(0), 'cannot hold the length'],
    ['a header longer than the file', file({}, 0, 1000n), 'the header claims 1000 bytes'],
    ['a header of 2⁶⁴ − 1 bytes', file({}, 0, 18446744073709551615n), 'the header claims'],
    ['no JSON', file('{"a":'), 'not JSON'],
    ['bytes that are no text', file(String.fromCharCode(0xd800)), 'not JSON'],
    ['a list', file([]), 'not a dictionary'],
    ['an entry that is a number', file({ a: 1 }), 'a is not described'],
    ['an unknown type', file({ a: entry([1], 0, 4, 'toString') }, 4), 'type toString'],
    ['a negative size', file({ a: entry([-1], 0, 4) }, 4), 'no valid shape'],
    ['a size that is no number', file({ a: entry(['4'], 0, 4) }, 4), 'no valid shape'],
    ['too many dimensions', file({ a: entry(new Array(17).fill(1), 0, 4) }, 4), 'no valid shape'],
    [
      'a huge shape on few bytes',
      file({ a: entry([2 ** 40, 2 ** 12], 0, 4) }, 4),
      'does not fill its 4 bytes',
    ],
    [
      'a shape whose size overflows',
      file({ a: entry([2 ** 52, 2 ** 52], 0, 4) }, 4),
      'does not fill',
    ],
    ['bytes outside the file', file({ a: entry([2], 0, 8) }, 4), 'claims bytes 0 to 8 of 4'],
    ['begin after end', file({ a: entry([0], 4, 0) }, 4), 'claims bytes 4 to 0'],
    ['offsets that are fractions', file({ a: entry([1], 0.5, 4.5) }, 8), 'no valid data_offsets'],
    [
      'two tensors on the same bytes',
      file({ a: entry([1], 0, 4), b: entry([1], 0, 4) }, 4),
      'b starts at byte 0 where 4 was expected',
    ],
    ['a gap', file({ a: entry([1], 4, 8) }, 8), 'starts at byte 4 where 0'],
    ['bytes left over', file({ a: entry([1], 0, 4) }, 8), '4 bytes at the end'],
  ];

  test.each(hostile)('refuses %s', (_name, bytes, message) => {
    expect(() => loadSafetensors(bytes)).toThrow(/^safetensors: /);
    expect(() => loadSafetensors(bytes)).toThrow(message);
  });

  test('a name such as __proto__ stays a name', () => {
    const bytes = file('{"__proto__":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', 4);
    const loaded = loadSafetensors(bytes);
    expect(Object.keys(loaded)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test('any damage is either refused with a message or gives tensors of the size of the file', () => {
    const whole = saveSafetensors({ weight: randn(3, 4), bias: zeros(4) });
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(whole.length), (changes, length) => {
        const bytes = whole.slice();
        for (const [place, value] of changes) bytes[place] = value;
        expectTame(bytes);
        expectTame(bytes.slice(0, length));
      }),
      { numRuns: 2000 },
    );
  });

  test('random bytes and random headers do no harm', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), expectTame), { numRuns: 500 });
    const header = fc.dictionary(
      fc.string(),
      fc.oneof(
        fc.jsonValue(),
        fc.record({
          dtype: fc.constantFrom('F32', 'U8', 'X'),
          shape: fc.array(fc.integer()),
          data_offsets: fc.array(fc.integer({ min: -4, max: 40 })),
        }),
      ),
    );
    fc.assert(
      fc.property(header, fc.nat(64), (h, n) => expectTame(file(h, n))),
      { numRuns: 1000 },
    );
  });

  test('weights travel as one block of bytes', () => {
    const make = () => new nn.Sequential(new nn.Linear(3, 2), new nn.BatchNorm1d(2));
    const [a, b] = [make(), make()];
    unpackWeights(b, packWeights(a));
    expect(
      b
        .forward(
          tensor([
            [1, 2, 3],
            [3, 2, 0],
          ]),
        )
        .tolist(),
    ).toEqual(
      a
        .forward(
          tensor([
            [1, 2, 3],
            [3, 2, 0],
          ]),
        )
        .tolist(),
    );
  });
});

function expectTame(bytes: Uint8Array): void {
  let loaded: ReturnType<typeof loadSafetensors>;
  try {
    loaded = loadSafetensors(bytes);
  } catch (error) {
    expect((error as Error).message).toMatch(/^safetensors: /);
    return;
  }
  const total = Object.values(loaded).reduce((sum, t) => sum + t.numel, 0);
  expect(total).toBeLessThanOrEqual(bytes.length);
}
