// A stack of layers in one dimension: which units, down to the pixels, one unit of the top depends on.
import { Button, Stepper } from '../frame/choices.tsx';
import { number, rows } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { useFigure } from '../frame/use-figure.ts';
import { computed, type Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { levelSizes, receptiveFields, trace, type Layer, type Range } from './geometry.ts';
import { receptiveFieldText } from './ReceptiveField.text.ts';
import './convolution.css';

const WIDTH = 560;
const ROW = 56;
const TOP_UNITS = 4;
const MOST_LAYERS = 5;

/** A layer as it stands in a link: 0 for a convolution or 1 for a pooling, kernel, stride. */
type Row = readonly number[];

const fields = {
  layers: rows(
    [
      [0, 3, 1],
      [1, 2, 2],
      [0, 3, 1],
    ],
    3,
    MOST_LAYERS,
  ),
  unit: number(1, { min: 0, max: TOP_UNITS - 1, integer: true }),
};

const limited = (value: number, low: number, high: number) =>
  Math.min(high, Math.max(low, Math.round(value)));

const layersOf = (list: readonly Row[]): Layer[] =>
  list.map(([kind = 0, kernel = 3, stride = 1]) => ({
    kind: kind ? 'pool' : 'conv',
    kernel: limited(kernel, 1, 5),
    stride: limited(stride, 1, 2),
  }));

export function ReceptiveField({ lang, id = 'receptive-field' }: { lang: Lang; id?: string }) {
  const text = receptiveFieldText[lang];
  const figure = useFigure(id, fields, {
    values: (state) => ({ field: receptiveFields(layersOf(state.layers.value)).at(-1)!.field }),
  });
  const { state } = figure;
  const list = state.layers.value;
  const layers = layersOf(list);
  const views = receptiveFields(layers);
  const { field, jump } = views.at(-1)!;
  const sizes = levelSizes(layers, TOP_UNITS);
  const unit = state.unit.value;
  const nameOf = (layer: Layer) => (layer.kind === 'conv' ? text.conv : text.pool);
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="ReceptiveField"
      title={text.title}
      summary={text.summary}
      keys={text.keys}
      reading={layers.length ? text.reading(field, jump, sizes[0]!) : text.empty}
      table={() => ({
        columns: text.table,
        rows: views.map((view, level) => [
          level ? text.layer(level, nameOf(layers[level - 1]!)) : text.input,
          level ? layers[level - 1]!.kernel : '',
          level ? layers[level - 1]!.stride : '',
          view.field,
          view.jump,
        ]),
      })}
      controls={
        <>
          <ul class="field-layers">
            {layers.map((layer, index) => (
              <LayerControls
                key={index}
                lang={lang}
                layers={state.layers}
                index={index}
                name={text.layer(index + 1, nameOf(layer))}
              />
            ))}
          </ul>
          <Button
            disabled={list.length >= MOST_LAYERS}
            onPress={() => (state.layers.value = [...list, [0, 3, 1]])}
          >
            {text.addConv}
          </Button>
          <Button
            disabled={list.length >= MOST_LAYERS}
            onPress={() => (state.layers.value = [...list, [1, 2, 2]])}
          >
            {text.addPool}
          </Button>
          <Button
            disabled={list.length === 0}
            onPress={() => (state.layers.value = list.slice(0, -1))}
          >
            {text.remove}
          </Button>
        </>
      }
    >
      <Stack
        text={text}
        layers={layers}
        sizes={sizes}
        ranges={trace(layers, { from: unit, to: unit })}
        names={[text.input, ...layers.map(nameOf)]}
        unit={unit}
        onChoose={(next) => (state.unit.value = limited(next, 0, TOP_UNITS - 1))}
      />
    </Figure>
  );
}

interface LayerProps {
  readonly lang: Lang;
  readonly layers: Signal<readonly Row[]>;
  readonly index: number;
  readonly name: string;
}

/** Kernel and stride of one layer. */
function LayerControls({ lang, layers, index, name }: LayerProps) {
  const text = receptiveFieldText[lang];
  const [kernel, stride] = useMemo(
    () => [1, 2].map((column) => partOf(layers, index, column)),
    [layers, index],
  );
  return (
    <li>
      <span class="figure-label">{name}</span>
      <Stepper lang={lang} value={kernel!} min={1} max={5} symbol="K" label={text.kernel} />
      <Stepper lang={lang} value={stride!} min={1} max={2} symbol="S" label={text.stride} />
    </li>
  );
}

/** One number of the list as a signal of its own. */
function partOf(layers: Signal<readonly Row[]>, index: number, column: number): Signal<number> {
  const read = computed(() => layers.value[index]?.[column] ?? 1);
  return {
    get value() {
      return read.value;
    },
    set value(next: number) {
      layers.value = layers
        .peek()
        .map((row, i) => (i === index ? row.map((old, j) => (j === column ? next : old)) : row));
    },
  } as Signal<number>;
}

interface StackProps {
  readonly text: (typeof receptiveFieldText)[Lang];
  readonly layers: readonly Layer[];
  /** Units a level, the input first. */
  readonly sizes: readonly number[];
  /** The units of each level that the chosen one depends on. */
  readonly ranges: readonly Range[];
  readonly names: readonly string[];
  readonly unit: number;
  readonly onChoose: (unit: number) => void;
}

function Stack({ text, layers, sizes, ranges, names, unit, onChoose }: StackProps) {
  const top = sizes.length - 1;
  const height = (top + 1) * ROW + 8;
  const yOf = (level: number) => height - (level + 1) * ROW + 22;
  const pitch = WIDTH / sizes[0]!;
  const side = Math.min(26, pitch * 0.8);
  // A unit stands over the middle of what it sees of the input.
  const middle = (level: number, index: number) => {
    const [seen] = trace(layers.slice(0, level), { from: index, to: index });
    return ((seen!.from + seen!.to + 1) / 2) * pitch;
  };
  return (
    <svg
      class="field-picture"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="slider"
      tabindex={0}
      aria-label={text.title}
      aria-valuemin={1}
      aria-valuemax={TOP_UNITS}
      aria-valuenow={unit + 1}
      aria-valuetext={text.unit(unit)}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const x = ((event.clientX - box.left) / box.width) * WIDTH;
        const away = (index: number) => Math.abs(middle(top, index) - x);
        onChoose([...Array(TOP_UNITS).keys()].reduce((a, b) => (away(b) < away(a) ? b : a)));
      }}
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
        if (!by) return;
        event.preventDefault();
        onChoose(unit + by);
      }}
    >
      {ranges.slice(1).map((range, i) => {
        const low = ranges[i]!;
        const [a, b] = [middle(i + 1, range.from) - side / 2, middle(i + 1, range.to) + side / 2];
        const [c, d] = [middle(i, low.from) - side / 2, middle(i, low.to) + side / 2];
        return (
          <path
            key={i}
            class="field-cone"
            d={`M${a} ${yOf(i + 1) + side}L${b} ${yOf(i + 1) + side}L${d} ${yOf(i)}L${c} ${yOf(i)}Z`}
          />
        );
      })}
      {sizes.map((count, level) =>
        Array.from({ length: count }, (_, index) => {
          const isSeen = index >= ranges[level]!.from && index <= ranges[level]!.to;
          const isTop = level === top;
          return (
            <g key={`${level}-${index}`}>
              <rect
                class="field-unit"
                data-seen={isSeen || undefined}
                data-chosen={(isTop && index === unit) || undefined}
                x={middle(level, index) - side / 2}
                y={yOf(level)}
                width={side}
                height={side}
                rx={level ? side / 2 : 2}
              />
            </g>
          );
        }),
      )}
      {names.map((name, level) => (
        <text key={level} class="field-name" x={2} y={yOf(level) - 6}>
          {name}
        </text>
      ))}
    </svg>
  );
}
