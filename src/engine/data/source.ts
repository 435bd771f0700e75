// Where data files come from. The engine does not know whether it runs in a page, a worker or Node: whoever hosts it says how to get the bytes
// of a file of public/data.

export type DataSource = (name: string) => Promise<Uint8Array>;

let source: DataSource | null = null;
let read = new Map<string, Promise<Uint8Array>>();

/** Says how to read a data file by name, such as `digits.bin`. Files read before are forgotten. */
export function setDataSource(newSource: DataSource): void {
  source = newSource;
  read = new Map();
}

/** The bytes of a data file; each file is fetched once, and again after a failure. */
export function readData(name: string): Promise<Uint8Array> {
  let bytes = read.get(name);
  if (bytes === undefined) {
    if (source === null)
      return Promise.reject(
        new Error(`data: no source for ${name}; call setDataSource((name) => …bytes) first`),
      );
    bytes = source(name);
    read.set(name, bytes);
    bytes.catch(() => read.delete(name));
  }
  return bytes;
}

/** Undoes gzip. */
export async function decompress(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A table of columns from a JSON file. */
export async function readTable<Table>(name: string): Promise<Table> {
  return JSON.parse(new TextDecoder().decode(await readData(name))) as Table;
}
