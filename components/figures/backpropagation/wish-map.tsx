// The picture of the wish figure: three rows, outputs above, hidden units, and the digit with the wishes for its pixels.
import { labelOf, pixelsOf, type Wishes } from './digit-wishes.ts';
import { plainNumber } from '../frame/slider-scale.ts';
import type { wishText } from './WishPicture.text.ts';

const WIDTH = 400;
const ROW = {
  output: { base: 108, height: 64, step: 40 },
  hidden: { base: 268, height: 50, step: 25 },
} as const;
const PICTURE = { top: 322, cell: 19 } as const;
const LONGEST = 30;

interface Props {
  readonly text: (typeof wishText)['en' | 'zh'];
  readonly image: number;
  readonly wishes: Wishes;
  /** The output whose wishes are shown; all if undefined. */
  readonly only: number | undefined;
  readonly unit: number;
  readonly onOutput: (k: number | undefined) => void;
  readonly onUnit: (j: number) => void;
}

export function WishMap(props: Props) {
  const { text, image, wishes, only } = props;
  const size = PICTURE.cell * 8;
  return (
    <svg
      class="plot bp-wishes"
      viewBox={`0 0 ${WIDTH} ${PICTURE.top + size + 24}`}
      role="group"
      aria-label={text.picture}
    >
      <Weights {...props} />
      <Outputs {...props} />
      <Hidden {...props} />
      <Digit image={image} left={20} label={text.digit} />
      <PixelWishes wishes={wishes.ofPixels} left={WIDTH - size - 20} label={text.pixels} />
      <text class="bp-row" x={2} y={14}>
        {only === undefined ? text.all : `${text.outputRow}`}
      </text>
      <text class="bp-row" x={2} y={ROW.hidden.base + 34}>
        {text.hiddenRow}
      </text>
    </svg>
  );
}

const outputX = (k: number): number => ROW.output.step * (k + 0.5);
const hiddenX = (j: number): number => ROW.hidden.step * (j + 0.5);

/** Which column a pointer is on. */
function columnAt(event: PointerEvent, step: number, count: number): number {
  const box = (event.currentTarget as SVGGElement).ownerSVGElement!.getBoundingClientRect();
  const x = ((event.clientX - box.left) * WIDTH) / box.width;
  return Math.min(count - 1, Math.max(0, Math.floor(x / step)));
}

function Outputs({ text, image, wishes, only, onOutput }: Props) {
  const { base, height } = ROW.output;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (event.key === 'Home') onOutput(undefined);
    else if (by !== undefined)
      onOutput(only === undefined ? (by > 0 ? 0 : 9) : within(only + by, 9));
    else return;
    event.preventDefault();
  };
  return (
    <g
      class="bp-chooser"
      role="slider"
      tabindex={0}
      aria-label={text.outputs}
      aria-valuemin={0}
      aria-valuemax={10}
      aria-valuenow={only ?? 10}
      aria-valuetext={
        only === undefined ? text.all : `${only}: ${plainNumber(wishes.output[only]!)}`
      }
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        const k = columnAt(event, ROW.output.step, 10);
        onOutput(k === only ? undefined : k);
      }}
    >
      <rect class="bp-reach" x={0} y={20} width={WIDTH} height={110} />
      {wishes.output.map((a, k) => (
        <g key={k} class={only === undefined || only === k ? '' : 'is-aside'} data-output={k}>
          {only === k && (
            <rect class="bp-column" x={outputX(k) - 19} y={22} width={38} height={106} rx="3" />
          )}
          <rect
            class="bp-activation"
            x={outputX(k) - 13}
            y={base - height * a}
            width={13}
            height={height * a}
          />
          <line
            class="bp-target"
            x1={outputX(k) - 15}
            x2={outputX(k) + 2}
            y1={k === labelOf(image) ? base - height : base}
            y2={k === labelOf(image) ? base - height : base}
          />
          <Wish x={outputX(k) + 9} y={base - height / 2} amount={wishes.ofOutput[k]! / 2} />
          <text
            class={k === labelOf(image) ? 'bp-name is-label' : 'bp-name'}
            x={outputX(k)}
            y={base + 17}
            text-anchor="middle"
          >
            {k}
          </text>
        </g>
      ))}
    </g>
  );
}

function Hidden({ text, wishes, unit, onUnit }: Props) {
  const { base, height } = ROW.hidden;
  const largest = Math.max(...wishes.ofHidden.map(Math.abs), 1e-9);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (by === undefined) return;
    onUnit(within(unit + by, 15));
    event.preventDefault();
  };
  return (
    <g
      class="bp-chooser"
      role="slider"
      tabindex={0}
      aria-label={text.hidden}
      aria-valuemin={0}
      aria-valuemax={15}
      aria-valuenow={unit}
      aria-valuetext={`${unit}: ${plainNumber(wishes.hidden[unit]!)}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => onUnit(columnAt(event, ROW.hidden.step, 16))}
    >
      <rect class="bp-reach" x={0} y={base - 62} width={WIDTH} height={84} />
      {wishes.hidden.map((a, j) => (
        <g key={j} data-unit={j}>
          {j === unit && (
            <rect
              class="bp-column"
              x={hiddenX(j) - 12}
              y={base - 60}
              width={24}
              height={80}
              rx="3"
            />
          )}
          <rect
            class="bp-activation"
            x={hiddenX(j) - 9}
            y={base - height * a}
            width={8}
            height={height * a}
          />
          <Wish x={hiddenX(j) + 5} y={base - height / 2} amount={wishes.ofHidden[j]! / largest} />
          <text class="bp-name" x={hiddenX(j)} y={base + 15} text-anchor="middle">
            {j}
          </text>
        </g>
      ))}
    </g>
  );
}

const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));

/** An arrow around (x, y): up for more, down for less; `amount` between −1 and 1. */
function Wish({ x, y, amount }: { x: number; y: number; amount: number }) {
  const length = LONGEST * Math.min(1, Math.abs(amount));
  if (length < 1.5) return <circle class="bp-no-wish" cx={x} cy={y} r={1.2} />;
  const way = amount > 0 ? -1 : 1;
  const tip = y + (way * length) / 2;
  const head = Math.min(6, length * 0.7);
  return (
    <g class="bp-wish">
      <line x1={x} x2={x} y1={y - (way * length) / 2} y2={tip - way * head * 0.8} />
      <path d={`M${x} ${tip}l${-head * 0.6} ${-way * head}h${head * 1.2}z`} />
    </g>
  );
}

/** The wishes for the weights into the chosen output: thick for strong, dashed for less. */
function Weights({ wishes, only }: Props) {
  const outputs = only === undefined ? Array.from({ length: 10 }, (_, k) => k) : [only];
  const largest = Math.max(...wishes.ofWeights.map(Math.abs), 1e-9);
  return (
    <g class="bp-weights" aria-hidden="true">
      {outputs.flatMap((k) =>
        wishes.hidden.map((_, j) => {
          const wish = wishes.ofWeights[j * 10 + k]!;
          const width = (5 * Math.abs(wish)) / largest;
          if (width < 0.15) return null;
          return (
            <line
              key={`${j}-${k}`}
              class={wish < 0 ? 'is-less' : ''}
              x1={hiddenX(j)}
              y1={ROW.hidden.base - 58}
              x2={outputX(k)}
              y2={ROW.output.base + 22}
              stroke-width={width.toFixed(2)}
            />
          );
        }),
      )}
    </g>
  );
}

function Digit({ image, left, label }: { image: number; left: number; label: string }) {
  const { top, cell } = PICTURE;
  return (
    <g aria-hidden="true">
      <rect class="bp-frame" x={left} y={top} width={8 * cell} height={8 * cell} />
      {pixelsOf(image).map((value, i) =>
        value === 0 ? null : (
          <rect
            key={i}
            class="bp-ink"
            x={left + (i % 8) * cell}
            y={top + Math.floor(i / 8) * cell}
            width={cell}
            height={cell}
            opacity={value.toFixed(2)}
          />
        ),
      )}
      <text class="bp-name" x={left + 4 * cell} y={top + 8 * cell + 18} text-anchor="middle">
        {label}
      </text>
    </g>
  );
}

/** Squares as large as the wish is strong: filled for brighter, open for darker. */
function PixelWishes({
  wishes,
  left,
  label,
}: {
  wishes: readonly number[];
  left: number;
  label: string;
}) {
  const { top, cell } = PICTURE;
  const largest = Math.max(...wishes.map(Math.abs), 1e-9);
  return (
    <g aria-hidden="true">
      <rect class="bp-frame" x={left} y={top} width={8 * cell} height={8 * cell} />
      {wishes.map((wish, i) => {
        const side = (cell - 3) * Math.sqrt(Math.abs(wish) / largest);
        const x = left + ((i % 8) + 0.5) * cell - side / 2;
        const y = top + (Math.floor(i / 8) + 0.5) * cell - side / 2;
        return (
          <rect
            key={i}
            class={wish < 0 ? 'bp-less' : 'bp-more'}
            x={x.toFixed(1)}
            y={y.toFixed(1)}
            width={side.toFixed(1)}
            height={side.toFixed(1)}
          />
        );
      })}
      <text class="bp-name" x={left + 4 * cell} y={top + 8 * cell + 18} text-anchor="middle">
        {label}
      </text>
    </g>
  );
}
