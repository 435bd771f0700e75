// A window that slides over a square input: kernel size, stride, padding and dilation decide what it reads.
import { useRef } from 'preact/hooks';
import { Stepper } from '../frame/choices.tsx';
import { number } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { useLoop } from '../frame/loop.ts';
import { Player } from '../frame/player.tsx';
import { useFigure } from '../frame/use-figure.ts';
import { outputSize, taps, type Window } from './geometry.ts';
import { windowStepperText } from './WindowStepper.text.ts';
import './convolution.css';

const CELL = 22;

const fields = {
  size: number(7, { min: 3, max: 10, integer: true }),
  kernel: number(3, { min: 1, max: 5, integer: true }),
  stride: number(1, { min: 1, max: 4, integer: true }),
  padding: number(0, { min: 0, max: 3, integer: true }),
  dilation: number(1, { min: 1, max: 3, integer: true }),
  row: number(0, { min: 0, max: 15, integer: true }),
  column: number(0, { min: 0, max: 15, integer: true }),
};

export function WindowStepper({ lang, id = 'window-stepper' }: { lang: Lang; id?: string }) {
  const text = windowStepperText[lang];
  const figure = useFigure(id, fields, {
    values: (state) => ({ output: outputSize(state.size.value, windowOf(state)) }),
  });
  const { state } = figure;
  const window = windowOf(state);
  const size = state.size.value;
  const out = outputSize(size, window);
  const row = Math.min(state.row.value, Math.max(0, out - 1));
  const column = Math.min(state.column.value, Math.max(0, out - 1));
  const choose = (at: number) => {
    const place = ((at % (out * out)) + out * out) % (out * out);
    state.row.value = Math.floor(place / out);
    state.column.value = place % out;
  };
  const box = useRef<HTMLDivElement>(null);
  const loop = useLoop(
    () => {
      if (out === 0) return false;
      choose(row * out + column + 1);
      return true;
    },
    { ref: box, every: 450 },
  );
  const rows = taps(row, window);
  const columns = taps(column, window);
  const isFitting = out > 0;
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="WindowStepper"
      title={text.title}
      summary={text.summary}
      keys={text.keys}
      reading={reading(text, { size, window, out, row, column, rows, columns })}
      size="wide"
      table={() => ({
        columns: text.table,
        rows: Array.from({ length: out * out }, (_, at) => [
          `${Math.floor(at / out)}, ${at % out}`,
          taps(Math.floor(at / out), window).join(' '),
          taps(at % out, window).join(' '),
        ]),
      })}
      controls={
        <>
          <Stepper lang={lang} value={state.size} min={3} max={10} symbol="n" label={text.size} />
          <Stepper
            lang={lang}
            value={state.kernel}
            min={1}
            max={5}
            symbol="K"
            label={text.kernel}
            identifier="kernel"
          />
          <Stepper
            lang={lang}
            value={state.stride}
            min={1}
            max={4}
            symbol="S"
            label={text.stride}
            identifier="stride"
          />
          <Stepper
            lang={lang}
            value={state.padding}
            min={0}
            max={3}
            symbol="P"
            label={text.padding}
            identifier="padding"
          />
          <Stepper
            lang={lang}
            value={state.dilation}
            min={1}
            max={3}
            symbol="D"
            label={text.dilation}
            identifier="dilation"
          />
          <Player
            lang={lang}
            loop={loop}
            isDone={!isFitting}
            runLabel={text.play}
            stepLabel={text.step}
          />
        </>
      }
    >
      <div class="window-grids" ref={box}>
        <InputGrid
          label={text.input}
          size={size}
          window={window}
          rows={rows}
          columns={columns}
          shown={isFitting}
        />
        <OutputGrid text={text} out={out} row={row} column={column} onChoose={choose} />
      </div>
    </Figure>
  );
}

type State = { readonly [K in keyof Window]: { readonly value: number } };

function windowOf(state: State): Window {
  return {
    kernel: state.kernel.value,
    stride: state.stride.value,
    padding: state.padding.value,
    dilation: state.dilation.value,
  };
}

interface Seen {
  readonly size: number;
  readonly window: Window;
  readonly out: number;
  readonly row: number;
  readonly column: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function reading(text: (typeof windowStepperText)[Lang], seen: Seen): string {
  const { size, window, out, row, column, rows, columns } = seen;
  const { kernel, stride, padding, dilation } = window;
  const span = dilation * (kernel - 1) + 1;
  if (out === 0) return text.noFit(span, size + 2 * padding);
  const parts = [
    text.rule(size, padding, dilation, kernel, stride, out),
    text.reads(row, column, rows.join(', '), columns.join(', ')),
  ];
  if ([...rows, ...columns].some((at) => at < 0 || at >= size)) parts.push(text.padded);
  const unread = size - 1 - taps(out - 1, window).at(-1)!;
  if (unread > 0) parts.push(text.unread(unread));
  return parts.join(' ');
}

interface InputProps {
  readonly label: string;
  readonly size: number;
  readonly window: Window;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly shown: boolean;
}

function InputGrid({ label, size, window, rows, columns, shown }: InputProps) {
  const { padding } = window;
  const total = size + 2 * padding;
  const cells = Array.from({ length: total * total }, (_, at) => {
    const i = Math.floor(at / total) - padding;
    const j = (at % total) - padding;
    const isPadding = i < 0 || j < 0 || i >= size || j >= size;
    const isRead = shown && rows.includes(i) && columns.includes(j);
    const kind = `window-cell${isPadding ? ' window-padding' : ''}${isRead ? ' window-read' : ''}`;
    return (
      <rect
        key={at}
        class={kind}
        x={(j + padding) * CELL + 1}
        y={(i + padding) * CELL + 1}
        width={CELL - 2}
        height={CELL - 2}
        rx={2}
      />
    );
  });
  const side = total * CELL;
  return (
    <div class="window-grid" style={{ '--cells': total }}>
      <p class="window-label" aria-hidden="true">
        {label} {size} × {size}
      </p>
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={`${label} ${size} × ${size}`}>
        {cells}
      </svg>
    </div>
  );
}

interface OutputProps {
  readonly text: (typeof windowStepperText)[Lang];
  readonly out: number;
  readonly row: number;
  readonly column: number;
  readonly onChoose: (at: number) => void;
}

/** The output: a slider in two dimensions for keys, a grid of targets for pointers. */
function OutputGrid({ text, out, row, column, onChoose }: OutputProps) {
  const side = Math.max(1, out) * CELL;
  const at = row * out + column;
  const moves: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + out,
    ArrowUp: at - out,
    Home: 0,
    End: out * out - 1,
  };
  const follow = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const place = (share: number) => Math.min(out - 1, Math.max(0, Math.floor(share * out)));
    const toRow = place((event.clientY - box.top) / box.height);
    onChoose(toRow * out + place((event.clientX - box.left) / box.width));
  };
  return (
    <div class="window-grid" style={{ '--cells': Math.max(1, out) }}>
      <p class="window-label" aria-hidden="true">
        {text.output} {out} × {out}
      </p>
      {out > 0 && (
        <svg
          viewBox={`0 0 ${side} ${side}`}
          class="window-choice"
          role="slider"
          tabindex={0}
          aria-label={text.output}
          aria-valuemin={0}
          aria-valuemax={out * out - 1}
          aria-valuenow={at}
          aria-valuetext={text.cell(row, column)}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            follow(event);
          }}
          onPointerMove={(event) => {
            if (event.buttons > 0) follow(event);
          }}
          onKeyDown={(event) => {
            const next = moves[event.key];
            if (next === undefined) return;
            event.preventDefault();
            onChoose(next);
          }}
        >
          {Array.from({ length: out * out }, (_, cell) => (
            <rect
              key={cell}
              class={cell === at ? 'window-cell window-chosen' : 'window-cell window-output'}
              x={(cell % out) * CELL + 1}
              y={Math.floor(cell / out) * CELL + 1}
              width={CELL - 2}
              height={CELL - 2}
              rx={2}
            />
          ))}
        </svg>
      )}
    </div>
  );
}
