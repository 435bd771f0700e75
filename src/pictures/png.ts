// Small pictures as data: addresses, the same at build and in the browser: PNG without compression.

/** PNG's number for what a pixel is made of, by how many bytes it has. */
const COLOUR_TYPES: Readonly<Record<number, number>> = { 1: 0, 2: 4, 3: 2, 4: 6 };

/**
 * A PNG of 8-bit pixels as `data:image/png;base64,…`.
 * @param pixels row by row: grey, grey and opacity, red green blue, or red green blue and opacity; any other length throws
 */
export function pngAddress(width: number, height: number, pixels: Uint8ClampedArray): string {
  const channels = pixels.length / (width * height);
  const colourType = COLOUR_TYPES[channels];
  if (colourType === undefined)
    throw new RangeError(
      `a picture of ${width} × ${height} needs 1, 2, 3 or 4 times ${width * height} bytes, not ${pixels.length}`,
    );
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, colourType, 0, 0, 0], 8); // 8 bits a channel
  const file = join([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', stored(scanlines(channels * width, height, pixels))),
    chunk('IEND', new Uint8Array(0)),
  ]);
  let binary = '';
  for (const byte of file) binary += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(binary)}`;
}

/** Each row begins with its filter: 0, none. */
function scanlines(length: number, height: number, pixels: Uint8ClampedArray): Uint8Array {
  const bytes = new Uint8Array(height * (1 + length));
  for (let row = 0; row < height; row++)
    bytes.set(pixels.subarray(length * row, length * (row + 1)), row * (1 + length) + 1);
  return bytes;
}

/** A zlib stream of stored blocks (RFC 1950, RFC 1951 §3.2.4). */
function stored(bytes: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [new Uint8Array([0x78, 0x01])];
  const LONGEST = 0xffff;
  for (let at = 0; at === 0 || at < bytes.length; at += LONGEST) {
    const part = bytes.subarray(at, at + LONGEST);
    const isLast = at + LONGEST >= bytes.length ? 1 : 0;
    const size = part.length;
    blocks.push(
      new Uint8Array([isLast, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255]),
      part,
    );
  }
  blocks.push(bigEndian(adler32(bytes)));
  return join(blocks);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = join([Uint8Array.from(name, (letter) => letter.charCodeAt(0)), data]);
  return join([bigEndian(data.length), body, bigEndian(crc32(body))]);
}

function bigEndian(value: number): Uint8Array {
  return new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);
}

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = CRC_TABLE[(c ^ byte) & 255]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
