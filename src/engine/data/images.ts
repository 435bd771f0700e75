// The two sets of pictures: handwritten digits and Fashion-MNIST. Sources and licences: public/data/LICENCES.md.

import { expectWhole } from '../shapes.ts';
import { Tensor } from '../tensor.ts';
import type { Classes } from './dataset.ts';
import { decompress, readData } from './source.ts';

const DIGITS = 1797;

/**
 * 1,797 handwritten digits of 8 × 8 pixels: x (1797, 64) from 0 (paper) to 1 (ink), y the digit. `x.reshape(-1, 1, 8, 8)` makes pictures of them. Alpaydin and
 * Kaynak 1998.
 */
export async function loadDigits(): Promise<Classes> {
  const bytes = await decompress(await readData('digits.bin'));
  const pixels = Float32Array.from(bytes.subarray(0, DIGITS * 64), (value) => value / 16);
  return {
    x: Tensor.from(pixels, [DIGITS, 64]),
    y: Tensor.from(Float32Array.from(bytes.subarray(DIGITS * 64)), [DIGITS]),
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  };
}

const CLOTHES = [
  'T-shirt',
  'trousers',
  'pullover',
  'dress',
  'coat',
  'sandal',
  'shirt',
  'sneaker',
  'bag',
  'ankle boot',
];
const PIXELS = 28 * 28;
const CHUNKS = 5;

export interface FashionOptions {
  /** How many of the five training files to read, 2,000 pictures each; every one holds as many pictures of each class. */
  readonly chunks?: number;
}

/**
 * Fashion-MNIST: up to 10,000 training and 2,000 test pictures of clothes, x (N, 1, 28, 28) from 0 to 1, y one of ten classes. A part of the set of Xiao, Rasul and
 * Vollgraf 2017, in 16 greys; label = index mod 10.
 */
export async function loadFashion({ chunks = CHUNKS }: FashionOptions = {}): Promise<{
  train: Classes;
  test: Classes;
}> {
  const [train, test] = await Promise.all([
    lastOf(streamFashion({ chunks })),
    readPictures('fashion-test.bin'),
  ]);
  return { train, test: classes(test) };
}

/** The 2,000 test pictures alone. */
export async function loadFashionTest(): Promise<Classes> {
  return classes(await readPictures('fashion-test.bin'));
}

/**
 * The training set while it arrives: yields all pictures so far after every file, so that training can start on the first 2,000. All files are
 * asked for at once.
 */
export async function* streamFashion({ chunks = CHUNKS }: FashionOptions = {}): AsyncGenerator<
  Classes,
  void,
  undefined
> {
  expectWhole(chunks, 1, CHUNKS, 'streamFashion: chunks');
  const files = Array.from({ length: chunks }, (_, i) => readPictures(`fashion-train-${i}.bin`));
  for (const file of files) file.catch(() => undefined); // reported when its turn comes
  let pictures = new Float32Array(0);
  for (const file of files) {
    const part = await file;
    const all = new Float32Array(pictures.length + part.length);
    all.set(pictures);
    all.set(part, pictures.length);
    pictures = all;
    yield classes(pictures);
  }
}

async function lastOf(stream: AsyncGenerator<Classes>): Promise<Classes> {
  let last: Classes | null = null;
  for await (const each of stream) last = each;
  if (last === null) throw new Error('data: nothing arrived');
  return last;
}

/** Two pixels a byte, the first in the high half, each from 0 to 15. */
async function readPictures(name: string): Promise<Float32Array> {
  const bytes = await decompress(await readData(name));
  const pixels = new Float32Array(2 * bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    pixels[2 * i] = (bytes[i] >> 4) / 15;
    pixels[2 * i + 1] = (bytes[i] & 15) / 15;
  }
  return pixels;
}

function classes(pixels: Float32Array): Classes {
  const count = pixels.length / PIXELS;
  return {
    x: Tensor.from(pixels, [count, 1, 28, 28]),
    y: Tensor.from(
      Float32Array.from({ length: count }, (_, i) => i % 10),
      [count],
    ),
    classNames: CLOTHES,
  };
}
