// Rows of small pictures: digits, filters, feature maps.
import type { NotebookText } from '../../i18n/notebook.ts';
import { pngAddress } from '../../pictures/png.ts';
import { el, type Element } from '../tree.ts';
import { isTensor, type TensorLike } from './tensor.ts';

export interface ImageOptions {
  /** What stands under each picture. */
  readonly labels?: readonly (string | number)[];
  readonly columns?: number;
  /** Values shown as black and white; the least and greatest of all pictures if left out. */
  readonly range?: readonly [number, number];
  /** `signed`: blue below zero, orange above. */
  readonly colours?: 'grey' | 'signed';
  readonly most?: number;
  readonly width?: number;
}

type Source = TensorLike | readonly (TensorLike | ArrayLike<number>)[];

/** Marks a value that `display` shows as pictures. */
export class Images {
  readonly source: Source;
  readonly options: ImageOptions;
  constructor(source: Source, options: ImageOptions) {
    this.source = source;
    this.options = options;
  }
}

interface Picture {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly data: ArrayLike<number>;
}

export function showImages({ source, options }: Images, text: NotebookText): Element {
  const all = picturesOf(source);
  const pictures = all.slice(0, options.most ?? 64);
  let [low, high] = options.range ?? [Infinity, -Infinity];
  if (!options.range)
    for (const { data } of pictures)
      for (let i = 0; i < data.length; i++) {
        low = Math.min(low, data[i]);
        high = Math.max(high, data[i]);
      }
  const width = options.width ?? Math.max(28, Math.min(84, 56));
  const items = pictures.map((picture, index) => {
    const label = options.labels?.[index];
    const alt = label === undefined ? text.imageAlt(index) : String(label);
    const image = el('img', {
      src: paint(picture, low, high, options.colours ?? 'grey'),
      alt,
      width,
      height: Math.round((width * picture.height) / picture.width),
    });
    return el(
      'figure',
      { class: 'out-image' },
      image,
      label === undefined ? [] : [el('figcaption', {}, String(label))],
    );
  });
  const rest = all.length - pictures.length;
  const style: Record<string, string> = options.columns
    ? { style: `--columns:${Math.round(options.columns)}` }
    : {};
  return el(
    'div',
    {
      class: options.columns ? 'out-images out-images-columns' : 'out-images',
      role: 'group',
      'aria-label': text.imageGrid(pictures.length),
      ...style,
    },
    items,
    rest > 0 ? [el('p', { class: 'out-note' }, text.moreItems(rest))] : [],
  );
}

/** (H, W), (N, H, W), (N, 1 or 3, H, W), (N, side²), or a list of such single pictures. */
function picturesOf(source: Source): Picture[] {
  if (!isTensor(source))
    return source.flatMap((one) => (isTensor(one) ? picturesOf(one) : [square(Array.from(one))]));
  const { shape, data } = source;
  const cut = (count: number, channels: number, height: number, width: number): Picture[] => {
    const size = channels * height * width;
    return Array.from({ length: count }, (_, i) => ({
      channels,
      height,
      width,
      data: Array.prototype.slice.call(data, i * size, (i + 1) * size),
    }));
  };
  if (shape.length === 4 && (shape[1] === 1 || shape[1] === 3))
    return cut(shape[0], shape[1], shape[2], shape[3]);
  if (shape.length === 4) return cut(shape[0] * shape[1], 1, shape[2], shape[3]);
  if (shape.length === 3) return cut(shape[0], 1, shape[1], shape[2]);
  const side = Math.sqrt(shape.at(-1)!);
  if (shape.length === 1) return [square(Array.from(data))];
  if (Number.isInteger(side) && side >= 4 && shape[0] !== shape[1])
    return cut(shape[0], 1, side, side);
  return cut(1, 1, shape[0], shape[1]);
}

function square(data: readonly number[]): Picture {
  const side = Math.sqrt(data.length);
  if (!Number.isInteger(side))
    throw new Error(
      `images: ${data.length} values do not make a square picture; reshape them to (height, width)`,
    );
  return { channels: 1, height: side, width: side, data };
}

function paint(
  { channels, height, width, data }: Picture,
  low: number,
  high: number,
  colours: 'grey' | 'signed',
): string {
  const size = height * width;
  const span = high - low || 1;
  const scale = (value: number): number => Math.max(0, Math.min(255, ((value - low) / span) * 255));
  if (channels === 1 && colours === 'grey')
    return pngAddress(width, height, Uint8ClampedArray.from(data, scale));
  const bytes = new Uint8ClampedArray(size * 3);
  const most = Math.max(Math.abs(low), Math.abs(high)) || 1;
  for (let i = 0; i < size; i++) {
    if (channels === 3) for (let c = 0; c < 3; c++) bytes[i * 3 + c] = scale(data[c * size + i]);
    else bytes.set(signed(data[i] / most), i * 3);
  }
  return pngAddress(width, height, bytes);
}

/** White at 0, blue towards −1, orange towards 1. */
function signed(value: number): [number, number, number] {
  const end = value < 0 ? [33, 102, 172] : [200, 92, 24];
  const far = Math.min(1, Math.abs(value));
  return [0, 1, 2].map((i) => 255 + (end[i] - 255) * far) as [number, number, number];
}
