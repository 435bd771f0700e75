// A curve drawn by the reader, before the true one is drawn over it.
import { useRef, useState } from 'preact/hooks';
import type { Answers } from '../../src/exercises/types.ts';
import { show } from '../../src/exercises/vars.ts';
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { Card } from './card.tsx';
import { columns, path, planeOf, size, ticks } from './plot-frame.ts';
import { useExercise, type ExerciseProps } from './use-exercise.ts';

type Point = Answers['sketch'][number];

export function Sketch(props: ExerciseProps<'sketch'>) {
  const { lang, outline } = props;
  const { x, y, xLabel, yLabel } = outline;
  const exercise = useExercise('sketch', props, []);
  const { answer, verdict, loaded } = exercise;
  const t = exerciseTexts[lang];
  const plane = planeOf(outline);
  const picture = useRef<SVGSVGElement>(null);
  const last = useRef<[column: number, value: number] | undefined>(undefined);
  const [cursor, setCursor] = useState<number>();
  const isShown = verdict !== undefined && loaded?.marking.isAnswer(verdict);
  const truth = isShown && loaded ? loaded.exercise.key.truth : undefined;

  /** Sets the heights from one column to another, straight between them. */
  function draw(from: readonly [number, number], to: readonly [number, number]): void {
    const values = new Map(answer.map(([at, value]) => [at, value]));
    const steps = Math.max(1, Math.abs(to[0] - from[0]));
    for (let i = 0; i <= steps; i++) {
      const column = Math.round(from[0] + ((to[0] - from[0]) * i) / steps);
      values.set(plane.xOf(column), from[1] + ((to[1] - from[1]) * i) / steps);
    }
    exercise.setAnswer([...values].sort((a, b) => a[0] - b[0]) as Point[]);
  }

  function onPointer(event: PointerEvent, isStart: boolean): void {
    const box = picture.current?.getBoundingClientRect();
    if (!box) return;
    const at: [number, number] = [
      plane.columnAt(((event.clientX - box.left) / box.width) * size.width),
      plane.valueAt(((event.clientY - box.top) / box.height) * size.height),
    ];
    draw(isStart || !last.current ? at : last.current, at);
    last.current = at;
  }

  function onKey(event: KeyboardEvent): void {
    const isAlong = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (!isAlong && event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const sign = event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -1 : 1;
    const column = cursor ?? 0;
    const heightAt = (at: number) => answer.find(([place]) => place === plane.xOf(at))?.[1];
    const height = heightAt(column) ?? (y[0] + y[1]) / 2;
    const clamp = (value: number) => Math.min(y[1], Math.max(y[0], value));
    if (cursor === undefined) {
      setCursor(0);
      draw([0, height], [0, height]);
    } else if (isAlong) {
      const next = Math.min(columns - 1, Math.max(0, column + 2 * sign));
      draw([column, height], [next, heightAt(next) ?? height]);
      setCursor(next);
    } else {
      const raised = clamp(height + (sign * (y[1] - y[0])) / 20);
      draw([column, raised], [column, raised]);
    }
  }

  const place = cursor === undefined ? undefined : answer.find(([at]) => at === plane.xOf(cursor));
  const drawn = answer.map(([at, value]): Point => [plane.toX(at), plane.toY(value)]);
  const curve =
    truth &&
    Array.from({ length: 161 }, (_, i): Point => {
      const at = x[0] + ((x[1] - x[0]) * i) / 160;
      return [plane.toX(at), plane.toY(truth(at, loaded!.vars))];
    });

  return (
    <Card
      exercise={exercise}
      action={t.reveal}
      tools={
        answer.length > 0 && (
          <button type="button" class="exercise-quiet" onClick={() => exercise.setAnswer([])}>
            {t.clear}
          </button>
        )
      }
    >
      <p class="exercise-notice-quiet needs-script">{t.drawHere}</p>
      <svg
        ref={picture}
        class="exercise-sketch"
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="application"
        aria-label={`${xLabel}, ${yLabel}: ${t.drawHere}`}
        tabIndex={0}
        onKeyDown={onKey}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          onPointer(event, true);
        }}
        onPointerMove={(event) => last.current && onPointer(event, false)}
        onPointerUp={() => (last.current = undefined)}
        onPointerCancel={() => (last.current = undefined)}
      >
        <g class="sketch-axes">
          {ticks(x).map((value) => (
            <g key={`x${value}`}>
              <path d={`M${plane.toX(value)},${size.top}V${size.height - size.bottom}`} />
              <text x={plane.toX(value)} y={size.height - size.bottom + 15} text-anchor="middle">
                {show(value)}
              </text>
            </g>
          ))}
          {ticks(y).map((value) => (
            <g key={`y${value}`}>
              <path d={`M${size.left},${plane.toY(value)}H${size.width - size.right}`} />
              <text x={size.left - 6} y={plane.toY(value) + 4} text-anchor="end">
                {show(value)}
              </text>
            </g>
          ))}
          <text class="is-name" x={size.width - size.right} y={size.height - 4} text-anchor="end">
            {xLabel}
          </text>
          <text class="is-name" x={size.left + 6} y={size.top + 12}>
            {yLabel}
          </text>
        </g>
        {curve && <path class="sketch-truth" d={path(curve)} />}
        {drawn.length > 1 && <path class="sketch-drawn" d={path(drawn)} />}
        {place && (
          <circle class="sketch-cursor" cx={plane.toX(place[0])} cy={plane.toY(place[1])} r={5} />
        )}
      </svg>
      {curve && (
        <p class="exercise-legend" aria-hidden="true">
          <span class="is-drawn">{t.yourGuess}</span> <span class="is-truth">{t.truth}</span>
        </p>
      )}
      <p class="visually-hidden" role="status">
        {place && `${xLabel} = ${show(place[0])}, ${yLabel} = ${show(place[1])}`}
      </p>
    </Card>
  );
}
