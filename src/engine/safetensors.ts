// Saving and loading tensors as safetensors: eight bytes with the length of a header, the header (JSON: name → type, shape, where its bytes are), the bytes. Nothing in
// it can run. Format: https://github.com/huggingface/safetensors
//
// What is read may be truncated or made to do harm: every claim of the header is checked against the file before anything is set aside for it.

import { type Shape, sizeOf } from './shapes.ts';
import { Tensor } from './tensor.ts';

const LONGEST_HEADER = 100_000_000; // the limit of the reference implementation
const MOST_DIMENSIONS = 16;

/**
 * The bytes of a safetensors file with these tensors, as float32.
 *
 * @example
 * const bytes = saveSafetensors({ weight: tensor([[1, 2], [3, 4]]) });
 * console.log(loadSafetensors(bytes).weight.tolist()); // [[1, 2], [3, 4]]
 */
export function saveSafetensors(
  tensors: Readonly<Record<string, Tensor>>,
): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  let end = 0;
  const entries = Object.entries(tensors);
  for (const [name, tensor] of entries) {
    if (name === '__metadata__')
      throw new Error('saveSafetensors: __metadata__ cannot be the name of a tensor');
    header[name] = {
      dtype: 'F32',
      shape: tensor.shape,
      data_offsets: [end, (end += 4 * tensor.numel)],
    };
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const padded = Math.ceil(text.length / 8) * 8; // the header ends in spaces, so that the numbers are aligned
  const bytes = new Uint8Array(8 + padded + end).fill(0x20, 8, 8 + padded);
  bytes.set(text, 8);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(padded), true);
  let at = 8 + padded;
  for (const [, tensor] of entries) {
    for (const number of tensor.data) {
      view.setFloat32(at, number, true);
      at += 4;
    }
  }
  return bytes;
}

/**
 * The tensors in a safetensors file, as float32; it may hold F32, F64, I32 and U8.
 *
 * @throws Error that begins with `safetensors:` and says what is wrong when the file is truncated, contradicts itself or holds another type
 */
export function loadSafetensors(bytes: Uint8Array): Record<string, Tensor> {
  const { header, dataStart } = readHeader(bytes);
  const entries = Object.entries(header).filter(([name]) => name !== '__metadata__');
  const checked = entries.map(([name, entry]) => checkEntry(name, entry, bytes.length - dataStart));
  checkLayout(checked, bytes.length - dataStart);
  const view = new DataView(bytes.buffer, bytes.byteOffset + dataStart, bytes.length - dataStart);
  const tensors: Record<string, Tensor> = Object.create(null) as Record<string, Tensor>;
  for (const { name, type, shape, begin } of checked) {
    const numbers = new Float32Array(sizeOf(shape));
    for (let i = 0; i < numbers.length; i++) numbers[i] = type.read(view, begin + i * type.bytes);
    tensors[name] = Tensor.from(numbers, shape);
  }
  return tensors;
}

interface NumberType {
  readonly bytes: number;
  readonly read: (view: DataView, at: number) => number;
}

const types: Readonly<Record<string, NumberType>> = {
  F64: { bytes: 8, read: (view, at) => view.getFloat64(at, true) },
  F32: { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  I32: { bytes: 4, read: (view, at) => view.getInt32(at, true) },
  U8: { bytes: 1, read: (view, at) => view.getUint8(at) },
};

interface Entry {
  readonly name: string;
  readonly type: NumberType;
  readonly shape: Shape;
  readonly begin: number;
  readonly end: number;
}

function readHeader(bytes: Uint8Array): { header: Record<string, unknown>; dataStart: number } {
  if (bytes.length < 8)
    throw refusal(`the file has ${bytes.length} bytes and cannot hold the length of its header`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = view.getBigUint64(0, true);
  if (length > LONGEST_HEADER || length > bytes.length - 8)
    throw refusal(
      `the header claims ${length} bytes, but only ${bytes.length - 8} follow; the file is truncated or damaged`,
    );
  const dataStart = 8 + Number(length);
  let header: unknown;
  try {
    header = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(8, dataStart)),
    );
  } catch {
    throw refusal('the header is not JSON');
  }
  if (!isRecord(header)) throw refusal('the header is not a dictionary');
  return { header, dataStart };
}

function checkEntry(name: string, entry: unknown, available: number): Entry {
  if (!isRecord(entry)) throw refusal(`${name} is not described by a dictionary`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (typeof dtype !== 'string' || !Object.hasOwn(types, dtype))
    throw refusal(`${name} has type ${String(dtype)}; known are ${Object.keys(types).join(', ')}`);
  if (!Array.isArray(shape) || shape.length > MOST_DIMENSIONS || !shape.every(isCount))
    throw refusal(`${name} has no valid shape`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount))
    throw refusal(`${name} has no valid data_offsets`);
  const [begin, end] = offsets as [number, number];
  if (begin > end || end > available)
    throw refusal(
      `${name} claims bytes ${begin} to ${end} of ${available}; the file is truncated or damaged`,
    );
  const type = types[dtype];
  const size = sizeOf(shape as number[]);
  if (!Number.isSafeInteger(size) || size * type.bytes !== end - begin)
    throw refusal(`${name} of shape (${shape.join(', ')}) does not fill its ${end - begin} bytes`);
  return { name, type, shape: shape as number[], begin, end };
}

/** The tensors must cover the data without gaps and without sharing bytes. */
function checkLayout(entries: readonly Entry[], available: number): void {
  let next = 0;
  for (const { name, begin, end } of [...entries].sort(
    (a, b) => a.begin - b.begin || a.end - b.end,
  )) {
    if (begin !== next) throw refusal(`${name} starts at byte ${begin} where ${next} was expected`);
    next = end;
  }
  if (next !== available) throw refusal(`${available - next} bytes at the end belong to no tensor`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function refusal(what: string): Error {
  return new Error(`safetensors: ${what}`);
}
