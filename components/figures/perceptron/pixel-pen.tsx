// The picture that the reader can draw on: with mouse, finger or keys.
import { useSignal } from '@preact/signals';
import type { DigitText } from './DigitTemplates.text.ts';
import { MOST_INK } from './digit-templates.ts';
import { PixelMap } from './pixel-map.tsx';

interface Props {
  readonly text: DigitText;
  readonly ink: readonly number[];
  readonly onInk: (pixel: number, ink: number) => void;
  readonly onRestore: () => void;
}

const MOVES: Record<string, readonly [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Full ink where there was little, none where there was much. */
const turned = (ink: number): number => (ink < MOST_INK / 2 ? MOST_INK : 0);

export function PixelPen({ text, ink, onInk, onRestore }: Props) {
  const cursor = useSignal(27);
  /** What the present stroke leaves behind; undefined between strokes. */
  const stroke = useSignal<number | undefined>(undefined);
  const at = cursor.value;

  const draw = (event: PointerEvent) => {
    const box = (event.currentTarget as SVGElement).getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top].map((way, i) =>
      Math.floor((8 * way) / (i ? box.height : box.width)),
    ) as [number, number];
    if (x < 0 || y < 0 || x > 7 || y > 7) return;
    const pixel = 8 * y + x;
    stroke.value ??= turned(ink[pixel]!);
    cursor.value = pixel;
    if (ink[pixel] !== stroke.value) onInk(pixel, stroke.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move) {
      const [x, y] = [(at % 8) + move[0], Math.floor(at / 8) + move[1]];
      if (x >= 0 && x < 8 && y >= 0 && y < 8) cursor.value = 8 * y + x;
    } else if (event.key === ' ' || event.key === 'Enter') onInk(at, turned(ink[at]!));
    else if (event.key === 'Escape') onRestore();
    else return;
    event.preventDefault();
  };
  return (
    <svg
      class="pixel-picture pixel-pen"
      viewBox="0 0 8 8"
      role="slider"
      tabindex={0}
      aria-label={text.pen}
      aria-valuemin={1}
      aria-valuemax={64}
      aria-valuenow={at + 1}
      aria-valuetext={text.pixel(Math.floor(at / 8) + 1, (at % 8) + 1, ink[at]!)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        stroke.value = undefined;
        draw(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) draw(event);
      }}
    >
      <PixelMap values={ink} most={MOST_INK} kind="ink" />
      <rect class="pixel-cursor" x={at % 8} y={Math.floor(at / 8)} width={1} height={1} />
    </svg>
  );
}
