// The layers of the net that is to be trained: a row of choices for each convolution, one for a hidden dense layer.
import type { Signal } from '@preact/signals';
import { Button } from '../frame/choices.tsx';
import { rows } from '../frame/fields.ts';
import type { CnnTrainerText } from './CnnTrainer.text.ts';
import { POOLINGS, USUAL, type Block } from './net.ts';

const FILTERS = [4, 8, 16, 32];
const KERNELS = [1, 3, 5];
export const HIDDEN = [0, 32, 64, 128];
const MOST = 4;

/** A block as it stands in a link: kernels, their side, the index of the pooling. */
type Row = readonly number[];

const rowOf = ({ filters, kernel, pooling }: Block): Row => [
  filters,
  kernel,
  POOLINGS.indexOf(pooling),
];
export const rowsOf = (blocks: readonly Block[]): readonly Row[] => blocks.map(rowOf);

export const layersField = rows(rowsOf(USUAL.blocks), 3, MOST);

export const nearest = (options: readonly number[], value: number): number =>
  options.reduce((best, option) =>
    Math.abs(option - value) < Math.abs(best - value) ? option : best,
  );

/** What a link may bring, put within bounds. */
export function blocksOf(list: readonly Row[]): Block[] {
  const given = list.length ? list : rowsOf(USUAL.blocks);
  return given.map(([filters = 8, kernel = 3, pooling = 1]) => ({
    filters: nearest(FILTERS, filters),
    kernel: nearest(KERNELS, kernel),
    pooling: POOLINGS[nearest([0, 1, 2], pooling)]!,
  }));
}

interface Props {
  readonly text: CnnTrainerText;
  readonly layers: Signal<readonly Row[]>;
  readonly hidden: Signal<number>;
  readonly disabled: boolean;
}

export function LayerControls({ text, layers, hidden, disabled }: Props) {
  const blocks = blocksOf(layers.value);
  const change = (index: number, part: Partial<Block>) => {
    layers.value = rowsOf(blocks.map((block, i) => (i === index ? { ...block, ...part } : block)));
  };
  return (
    <fieldset class="cnn-layers" disabled={disabled}>
      <legend class="figure-label">{text.layers}</legend>
      <ol>
        {blocks.map(({ filters, kernel, pooling }, i) => (
          <li key={i}>
            <span class="figure-label">{text.convolution(i + 1)}</span>
            <Select
              label={text.filtersOf(i + 1)}
              value={filters}
              options={FILTERS.map((value) => [value, text.kernels(value)])}
              onChange={(value) => change(i, { filters: value })}
            />
            <Select
              label={text.kernelOf(i + 1)}
              value={kernel}
              options={KERNELS.map((value) => [value, `${value} × ${value}`])}
              onChange={(value) => change(i, { kernel: value })}
            />
            <Select
              label={text.poolingOf(i + 1)}
              value={POOLINGS.indexOf(pooling)}
              options={POOLINGS.map((name, at) => [at, text.poolings[name]])}
              onChange={(value) => change(i, { pooling: POOLINGS[value]! })}
            />
          </li>
        ))}
        <li>
          <span class="figure-label">{text.dense}</span>
          <Select
            label={text.hidden}
            value={nearest(HIDDEN, hidden.value)}
            options={HIDDEN.map((value) => [value, text.units(value)])}
            onChange={(value) => (hidden.value = value)}
          />
        </li>
      </ol>
      <div class="cnn-own">
        <Button
          disabled={disabled || blocks.length >= MOST}
          onPress={() => (layers.value = rowsOf([...blocks, { ...blocks.at(-1)! }]))}
        >
          {text.addConvolution}
        </Button>
        <Button
          disabled={disabled || blocks.length <= 1}
          onPress={() => (layers.value = rowsOf(blocks.slice(0, -1)))}
        >
          {text.removeConvolution}
        </Button>
      </div>
    </fieldset>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: number;
  readonly options: readonly (readonly [value: number, label: string])[];
  readonly onChange: (value: number) => void;
}

function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <select
      class="cnn-select"
      aria-label={label}
      value={String(value)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    >
      {options.map(([option, words]) => (
        <option key={option} value={String(option)}>
          {words}
        </option>
      ))}
    </select>
  );
}
