// A short mark of a value's contents, taken before and after a cell runs, to learn whether the cell changed it in place.

const MOST_OBJECTS = 3000;
const MOST_SAMPLES = 512;

/** Equal contents give equal marks; large arrays are sampled. */
export function fingerprint(value: unknown): number {
  let mark = 17;
  let left = MOST_OBJECTS;
  const seen = new Set<object>();
  const mix = (number: number): void => {
    mark = Math.imul(mark ^ number, 0x5bd1e995) ^ (mark >>> 13);
  };
  const float = new Float64Array(1);
  const bits = new Int32Array(float.buffer);
  const mixNumber = (number: number): void => {
    float[0] = number;
    mix(bits[0]);
    mix(bits[1]);
  };
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const one = pending.pop();
    if (typeof one === 'number') mixNumber(one);
    else if (typeof one === 'string') {
      mix(one.length);
      for (let i = 0; i < one.length; i += Math.max(1, one.length >> 6)) mix(one.charCodeAt(i));
    } else if (typeof one !== 'object' || one === null) mix(one ? 1 : 2);
    else if (!seen.has(one)) {
      seen.add(one);
      if (--left < 0) break;
      if (ArrayBuffer.isView(one)) mixArray(one as unknown as ArrayLike<number>, mixNumber);
      else if (isTensor(one)) pending.push(one.grad, one.data, one.shape);
      else if (Array.isArray(one) && typeof one[0] === 'number') mixArray(one, mixNumber);
      else if (one instanceof Map || one instanceof Set)
        pending.push(...[...one].slice(0, 200).flat());
      else {
        const names = Object.keys(one).slice(0, 400);
        mix(names.length);
        for (const name of names) pending.push((one as Record<string, unknown>)[name]);
      }
    }
  }
  return mark;
}

function mixArray(array: ArrayLike<unknown>, mixNumber: (value: number) => void): void {
  mixNumber(array.length);
  const stride = Math.max(1, Math.floor(array.length / MOST_SAMPLES));
  for (let i = 0; i < array.length; i += stride) mixNumber(Number(array[i]));
}

function isTensor(value: object): value is { data: Float32Array; shape: number[]; grad: unknown } {
  return 'shape' in value && 'data' in value && 'backward' in value;
}
