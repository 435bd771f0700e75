// Writes a small picture as a PNG data address, without compression, so that it needs no library and no waiting.

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 red green blue, 4 with alpha. */
  readonly channels: 1 | 3 | 4;
  /** Row by row, 0 … 255. */
  readonly data: ArrayLike<number>;
}

export function encodePng({ width, height, channels, data }: Picture): string {
  const colourType = { 1: 0, 3: 2, 4: 6 }[channels];
  const header = [...word(width), ...word(height), 8, colourType, 0, 0, 0];
  const row = width * channels;
  const raw = new Uint8Array(height * (row + 1));
  for (let y = 0; y < height; y++)
    for (let i = 0; i < row; i++) raw[y * (row + 1) + 1 + i] = Math.round(data[y * row + i]);
  const bytes = [
    137,
    80,
    78,
    71,
    13,
    10,
    26,
    10,
    ...chunk('IHDR', header),
    ...chunk('IDAT', stored(raw)),
    ...chunk('IEND', []),
  ];
  return `data:image/png;base64,${base64(bytes)}`;
}

const word = (n: number): number[] => [
  (n >>> 24) & 255,
  (n >>> 16) & 255,
  (n >>> 8) & 255,
  n & 255,
];

function chunk(name: string, body: readonly number[]): number[] {
  const named = [...[...name].map((letter) => letter.charCodeAt(0)), ...body];
  return [...word(body.length), ...named, ...word(crc32(named))];
}

/** zlib with stored blocks. */
function stored(raw: Uint8Array): number[] {
  const out = [0x78, 0x01];
  const most = 65535;
  for (let start = 0; start === 0 || start < raw.length; start += most) {
    const part = raw.subarray(start, start + most);
    const isLast = start + most >= raw.length ? 1 : 0;
    out.push(
      isLast,
      part.length & 255,
      part.length >> 8,
      ~part.length & 255,
      (~part.length >> 8) & 255,
    );
    for (const byte of part) out.push(byte);
  }
  let a = 1;
  let b = 0;
  for (const byte of raw) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  out.push(...word(((b << 16) | a) >>> 0));
  return out;
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function base64(bytes: readonly number[]): string {
  const step = 3 * 4096;
  let text = '';
  for (let i = 0; i < bytes.length; i += step)
    text += btoa(String.fromCharCode(...bytes.slice(i, i + step)));
  return text;
}
