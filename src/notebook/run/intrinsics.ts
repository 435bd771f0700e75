// Notices when a cell has changed the built-in objects that the runner itself relies on.

const watched: Readonly<Record<string, object>> = {
  Object,
  'Object.prototype': Object.prototype,
  Array,
  'Array.prototype': Array.prototype,
  'Function.prototype': Function.prototype,
  'String.prototype': String.prototype,
  'Number.prototype': Number.prototype,
  'Promise.prototype': Promise.prototype,
  Promise,
  'Map.prototype': Map.prototype,
  'Set.prototype': Set.prototype,
  'Float32Array.prototype': Float32Array.prototype,
  'TypedArray.prototype': Object.getPrototypeOf(Float32Array.prototype) as object,
  'Error.prototype': Error.prototype,
  Math,
  JSON,
  Reflect,
};

type Marks = Map<string, Map<PropertyKey, unknown>>;

const { getOwnPropertyDescriptor } = Object;
const { ownKeys } = Reflect;

function take(): Marks {
  const marks: Marks = new Map();
  for (const name in watched) {
    const own = new Map<PropertyKey, unknown>();
    for (const key of ownKeys(watched[name])) {
      const descriptor = getOwnPropertyDescriptor(watched[name], key);
      own.set(key, descriptor && 'value' in descriptor ? descriptor.value : descriptor?.get);
    }
    marks.set(name, own);
  }
  return marks;
}

/** Call when all is still as it should be; the result names what has changed since. */
export function watchIntrinsics(): () => string[] {
  const before = take();
  return () => {
    const changed: string[] = [];
    for (const [name, own] of take()) {
      const old = before.get(name)!;
      for (const [key, value] of own)
        if (!old.has(key) || old.get(key) !== value) changed.push(`${name}.${String(key)}`);
      for (const key of old.keys()) if (!own.has(key)) changed.push(`${name}.${String(key)}`);
    }
    return changed.slice(0, 5);
  };
}
