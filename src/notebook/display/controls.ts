// Controls in cells: `const rate = view(slider({ min: 0, max: 1, value: 0.1, label: 'η' }))` makes a value that others follow.
import { el, type Element } from '../tree.ts';
import type { Scalar } from '../types.ts';

export interface Control<T extends Scalar> {
  readonly kind: 'slider' | 'number' | 'choice' | 'toggle' | 'button';
  readonly value: T;
  readonly label?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly options?: readonly Scalar[];
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly value?: number;
  readonly label?: string;
}

export function slider({
  min,
  max,
  step = niceStep(max - min),
  value = (min + max) / 2,
  label,
}: Range): Control<number> {
  if (!(min < max)) throw new Error(`slider: min ${min} is not less than max ${max}`);
  return { kind: 'slider', min, max, step, value, ...(label === undefined ? {} : { label }) };
}

export function number({ value = 0, ...rest }: Partial<Range> = {}): Control<number> {
  return { kind: 'number', value, ...rest };
}

export function choice<T extends Scalar>(
  options: readonly T[],
  { value = options[0], label }: { value?: T; label?: string } = {},
): Control<T> {
  if (options.length === 0) throw new Error('choice: there is nothing to choose from');
  return { kind: 'choice', options, value, ...(label === undefined ? {} : { label }) };
}

export function toggle({
  value = false,
  label,
}: { value?: boolean; label?: string } = {}): Control<boolean> {
  return { kind: 'toggle', value, ...(label === undefined ? {} : { label }) };
}

/** Its value counts how often it was pressed. */
export function button(label: string): Control<number> {
  return { kind: 'button', value: 0, label };
}

/** The control's present value: what the reader set, if it fits. */
export function presentValue<T extends Scalar>(control: Control<T>, set: Scalar | undefined): T {
  if (set === undefined) return control.value;
  if (control.kind === 'choice') return control.options!.includes(set) ? (set as T) : control.value;
  if (typeof set !== typeof control.value || (typeof set === 'number' && !Number.isFinite(set)))
    return control.value;
  if (typeof set === 'number')
    return Math.min(control.max ?? Infinity, Math.max(control.min ?? -Infinity, set)) as T;
  return set as T;
}

export function showControl(control: Control<Scalar>, key: string, value: Scalar): Element {
  const attrs: Record<string, string | number> = {
    kind: control.kind,
    key,
    value: String(value),
    label: control.label ?? key,
  };
  for (const name of ['min', 'max', 'step'] as const)
    if (control[name] !== undefined) attrs[name] = control[name];
  if (control.options) attrs.options = JSON.stringify(control.options);
  return el('control', attrs);
}

/** About a hundred steps of 1, 2 or 5 times a power of ten. */
function niceStep(span: number): number {
  const raw = span / 100;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((one) => one * power >= raw * 0.999)!;
  return Number((factor * power).toPrecision(1));
}
