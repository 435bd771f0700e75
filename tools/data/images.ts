// The two sets of images in the form the course ships.

interface Packed {
  readonly bytes: Buffer;
  readonly facts: Record<string, unknown>;
}

interface FashionSources {
  readonly trainImages: Buffer;
  readonly trainLabels: Buffer;
  readonly testImages: Buffer;
  readonly testLabels: Buffer;
}

const PIXELS = 28 * 28;
const CLASSES = 10;
const CHUNK = 2000;

/**
 * The first 1,000 training and 200 test pictures of each class, interleaved so that label = index mod 10 and every prefix is balanced; 4 bits
 * a pixel, two pixels a byte, the first in the high half; 17 times the value is the pixel from 0 to 255.
 */
export function packFashion(sources: FashionSources): Record<string, Packed> {
  const train = interleave(images(sources.trainImages), labels(sources.trainLabels), 1000);
  const test = interleave(images(sources.testImages), labels(sources.testLabels), 200);
  const { mean, deviation } = statistics(train);
  const files: Record<string, Packed> = {};
  for (let chunk = 0; chunk * CHUNK < train.length; chunk++) {
    const part = train.slice(chunk * CHUNK, (chunk + 1) * CHUNK);
    files[`fashion-train-${chunk}.bin`] = { bytes: pack(part), facts: facts(part.length) };
  }
  files['fashion-test.bin'] = { bytes: pack(test), facts: facts(test.length) };
  return files;

  function facts(count: number): Record<string, unknown> {
    return {
      count,
      shape: [28, 28],
      bits: 4,
      label: 'index mod 10',
      encoding: 'gzip; two pixels a byte, the first in the high half; pixel = 17 · value',
      trainMean: round(mean),
      trainDeviation: round(deviation),
      licence: 'MIT, © 2017 Zalando SE',
    };
  }
}

/** 1,797 pictures of 8 × 8 bytes from 0 to 16, then 1,797 bytes of labels. */
export function packDigits(table: string): Packed {
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number));
  const pixels = Buffer.from(rows.flatMap((row) => row.slice(0, 64)));
  const values = [...pixels].map((v) => v / 16);
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
  return {
    bytes: Buffer.concat([pixels, Buffer.from(rows.map((row) => row[64]))]),
    facts: {
      count: rows.length,
      shape: [8, 8],
      bits: 8,
      max: 16,
      label: `${rows.length} label bytes after the pixels`,
      mean: round(mean),
      deviation: round(Math.sqrt(variance)),
      licence: 'UCI Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak (1998)',
    },
  };
}

function images(idx: Buffer): Buffer[] {
  if (idx.readUInt32BE(0) !== 0x803) throw new Error('not an idx file of images');
  const count = idx.readUInt32BE(4);
  return Array.from({ length: count }, (_, i) =>
    idx.subarray(16 + i * PIXELS, 16 + (i + 1) * PIXELS),
  );
}

function labels(idx: Buffer): Buffer {
  if (idx.readUInt32BE(0) !== 0x801) throw new Error('not an idx file of labels');
  return idx.subarray(8);
}

function interleave(pictures: Buffer[], classes: Buffer, perClass: number): Buffer[] {
  const byClass = Array.from({ length: CLASSES }, (_, c) =>
    pictures.filter((_, i) => classes[i] === c).slice(0, perClass),
  );
  return Array.from(
    { length: perClass * CLASSES },
    (_, i) => byClass[i % CLASSES][Math.floor(i / CLASSES)],
  );
}

function pack(pictures: Buffer[]): Buffer {
  const packed = Buffer.alloc((pictures.length * PIXELS) / 2);
  pictures.forEach((picture, n) => {
    for (let i = 0; i < PIXELS; i += 2)
      packed[(n * PIXELS + i) / 2] = (sixteenth(picture[i]) << 4) | sixteenth(picture[i + 1]);
  });
  return packed;
}

/** The nearest of 16 levels. */
function sixteenth(pixel: number): number {
  return Math.round(pixel / 17);
}

function statistics(pictures: Buffer[]): { mean: number; deviation: number } {
  let sum = 0;
  let squares = 0;
  for (const picture of pictures) {
    for (const pixel of picture) {
      const value = (sixteenth(pixel) * 17) / 255;
      sum += value;
      squares += value * value;
    }
  }
  const count = pictures.length * PIXELS;
  const mean = sum / count;
  return { mean, deviation: Math.sqrt(squares / count - mean * mean) };
}

function round(value: number): number {
  return Number(value.toFixed(6));
}
