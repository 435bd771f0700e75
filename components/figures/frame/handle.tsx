// A point to drag: with mouse or finger, or with the arrow keys.
import type { ComponentChildren } from 'preact';
import { beginDrag } from './drag.ts';
import { keyMove } from './keys.ts';
import type { Plane } from './plane.tsx';
import { plainNumber } from './slider-scale.ts';
import { within, type Interval } from './plane-scale.ts';

interface Props {
  readonly plane: Plane;
  readonly x: number;
  readonly y: number;
  /** What it is: "start". */
  readonly label: string;
  /** Where it is, in words; the two numbers if left out. */
  readonly valueText?: string;
  /** How far an arrow key moves it, in data units; a hundredth of the axes if left out. */
  readonly step?: number;
  /** `x` or `y`: it moves along one axis only. */
  readonly along?: 'x' | 'y';
  readonly xBounds?: Interval;
  readonly yBounds?: Interval;
  readonly class?: string;
  /** Links it with the symbol in formula and code. */
  readonly identifier?: string;
  readonly onMove: (x: number, y: number) => void;
  readonly onReset?: () => void;
  /** What it looks like; a disc if left out. Drawn around (0, 0). */
  readonly children?: ComponentChildren;
}

/** A finger needs 44 px. */
const REACH = 22;

export function Handle(props: Props) {
  const { plane, x, y, along, label, onMove, onReset } = props;
  const xBounds = props.xBounds ?? plane.x;
  const yBounds = props.yBounds ?? plane.y;
  const move = (toX: number, toY: number) =>
    onMove(along === 'y' ? x : within(toX, xBounds), along === 'x' ? y : within(toY, yBounds));
  const onKeyDown = (event: KeyboardEvent) => {
    const stepX = props.step ?? (plane.x[1] - plane.x[0]) / 100;
    const stepY = props.step ?? (plane.y[1] - plane.y[0]) / 100;
    const by = keyMove(event, stepX, stepY);
    if (by) move(x + by.dx, y + by.dy);
    else if (event.key === 'Escape' && onReset) onReset();
    else return;
    event.preventDefault();
  };
  const main = along === 'y' ? y : x;
  const bounds = along === 'y' ? yBounds : xBounds;
  return (
    <g
      class={`plot-handle ${props.class ?? ''}`}
      transform={`translate(${plane.toX(x).toFixed(1)} ${plane.toY(y).toFixed(1)})`}
      role="slider"
      tabindex={0}
      aria-label={label}
      aria-valuemin={bounds[0]}
      aria-valuemax={bounds[1]}
      aria-valuenow={Number(main.toPrecision(4))}
      aria-valuetext={props.valueText ?? `${plainNumber(x)}, ${plainNumber(y)}`}
      aria-orientation={along === 'y' ? 'vertical' : 'horizontal'}
      data-symbol={props.identifier}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.stopPropagation();
        beginDrag(plane, event, [x, y], { onMove: move });
      }}
      onDblClick={onReset}
    >
      <circle class="plot-reach" r={REACH} />
      {props.children ?? <circle class="plot-knob" r={8} />}
    </g>
  );
}
