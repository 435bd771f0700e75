// A sheet of 28 × 28 pixels to draw on: by mouse or finger, or with arrow keys and Space.
import { useRef, useState } from 'preact/hooks';
import { inkAddress } from '../pictures/pixels.ts';
import type { CnnTrainerText } from './CnnTrainer.text.ts';

const SIDE = 28;

interface Props {
  readonly text: CnnTrainerText;
  readonly values: Float32Array;
  readonly onChange: (values: Float32Array) => void;
}

export function DrawPad({ text, values, onChange }: Props) {
  const [cursor, setCursor] = useState<readonly [number, number]>([14, 14]);
  const [hasFocus, setFocus] = useState(false);
  const latest = useRef(values);
  latest.current = values;
  const paint = (x: number, y: number) => {
    latest.current = dab(latest.current, x, y);
    onChange(latest.current);
  };
  const follow = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * SIDE;
    const y = ((event.clientY - box.top) / box.height) * SIDE;
    paint(x, y);
    setCursor([Math.floor(x), Math.floor(y)]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[
      event.key
    ];
    if (by) {
      const limit = (value: number) => Math.min(SIDE - 1, Math.max(0, value));
      setCursor([limit(cursor[0] + by[0]!), limit(cursor[1] + by[1]!)]);
    } else if (event.key === ' ') paint(cursor[0] + 0.5, cursor[1] + 0.5);
    else return;
    event.preventDefault();
  };
  return (
    <div
      class="cnn-pad"
      role="application"
      tabIndex={0}
      aria-label={`${text.draw}. ${text.drawKeys}`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons > 0) follow(event);
      }}
      onKeyDown={onKeyDown}
      onFocus={() => setFocus(true)}
      onBlur={() => setFocus(false)}
    >
      <img
        class="cnn-ink"
        src={inkAddress({ width: SIDE, height: SIDE, values })}
        alt=""
        draggable={false}
      />
      {hasFocus && (
        <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
          <rect class="cnn-cursor" x={cursor[0]} y={cursor[1]} width={1} height={1} />
        </svg>
      )}
    </div>
  );
}

/** Ink of a round, soft brush about three pixels wide. */
export function dab(values: Float32Array, x: number, y: number): Float32Array {
  const next = values.slice();
  for (let row = Math.max(0, Math.floor(y - 2)); row <= Math.min(SIDE - 1, y + 2); row++)
    for (
      let column = Math.max(0, Math.floor(x - 2));
      column <= Math.min(SIDE - 1, x + 2);
      column++
    ) {
      const distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
      const ink = Math.min(1, Math.max(0, 2 - distance));
      const at = row * SIDE + column;
      next[at] = Math.max(next[at]!, ink);
    }
  return next;
}
