// The trainer's picture: points to add, drag and remove, the boundary, and the mistake just made.
import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { beginDrag, pointed } from '../frame/drag.ts';
import type { Lang } from '../frame/frame.text.ts';
import { keyMove } from '../frame/keys.ts';
import { Area, Arrow, Clip, Line } from '../frame/marks.tsx';
import { PlaneView, type Plane } from '../frame/plane.tsx';
import { halfPlaneInBox, lineInBox } from '../frame/plane-scale.ts';
import { fixedNumber } from '../frame/slider-scale.ts';
import { trainerText } from './PerceptronTrainer.text.ts';
import type { Sample, Weights } from './perceptron.ts';
import {
  addPoint,
  lockedCount,
  movePoint,
  nearestPoint,
  removePoint,
  type OwnPoints,
} from './points.ts';
import { axisProps } from './axes.ts';
import type { Standing } from './training.ts';

export type Tap = 'plus' | 'minus' | 'remove';

interface Props {
  readonly id: string;
  readonly lang: Lang;
  readonly standing: Standing;
  readonly points: Signal<OwnPoints>;
  readonly selected: Signal<number>;
  readonly tap: Signal<Tap>;
}

/** How near a tap must come to a point to mean that point: half of a finger's 44 px. */
const REACH = 22;

export function TrainerPicture(props: Props) {
  const { lang, standing, points, selected, tap, id } = props;
  const text = trainerText[lang];
  const { preset, samples } = standing;
  const svgGroup = useRef<SVGGElement>(null);
  const locked = lockedCount(preset);
  const set = (next: OwnPoints) => (points.value = next);

  const onPointerDown = (event: PointerEvent, plane: Plane) => {
    const { px, py, x, y } = pointed(plane, event);
    const place = (sample: Sample) => [plane.toX(sample.x), plane.toY(sample.y)] as const;
    const free = samples.slice(locked);
    const hit = nearestPoint(free, place, [px, py], REACH);
    const index = hit === undefined ? undefined : hit + locked;
    const grabbed = index === undefined ? undefined : samples[index]!;
    if (index !== undefined) selected.value = index;
    beginDrag(plane, event, grabbed ? [grabbed.x, grabbed.y] : [x, y], {
      isLoose: !grabbed,
      onMove: (toX, toY) => {
        if (grabbed && index !== undefined && tap.peek() !== 'remove')
          set(movePoint(preset, points.peek(), index, { ...grabbed, x: toX, y: toY }));
      },
      onEnd: (hasMoved) => {
        if (hasMoved) return;
        if (tap.value === 'remove') {
          if (index !== undefined) set(removePoint(preset, points.peek(), index));
        } else if (!grabbed) {
          const label = tap.value === 'plus' ? 1 : -1;
          set(addPoint(preset, points.peek(), { x, y, label }));
          selected.value = samples.length;
        }
      },
    });
  };

  const focusOn = (index: number) => {
    selected.value = index;
    requestAnimationFrame(() =>
      svgGroup.current?.querySelector<SVGGElement>(`[data-point="${index}"]`)?.focus(),
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = selected.value;
    const sample = samples[at];
    if (!sample) return;
    const by = keyMove(event, (preset.x[1] - preset.x[0]) / 70);
    if (by)
      set(
        movePoint(preset, points.peek(), at, {
          ...sample,
          x: sample.x + by.dx,
          y: sample.y + by.dy,
        }),
      );
    else if (event.key === 'PageDown') focusOn((at + 1) % samples.length);
    else if (event.key === 'PageUp') focusOn((at + samples.length - 1) % samples.length);
    else if (event.key === 'Enter' || event.key === ' ')
      set(movePoint(preset, points.peek(), at, { ...sample, label: sample.label === 1 ? -1 : 1 }));
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      set(removePoint(preset, points.peek(), at));
      if (at >= locked && samples.length > 1) focusOn(Math.min(at, samples.length - 2));
    } else if (event.key === 'Insert' || event.key === 'a' || event.key === 'A') {
      set(addPoint(preset, points.peek(), newPoint(standing, tap.peek())));
      focusOn(samples.length);
    } else return;
    event.preventDefault();
  };

  return (
    <PlaneView
      label={text.picture}
      x={preset.x}
      y={preset.y}
      isInteractive
      class="trainer"
      {...axisProps(preset, lang)}
    >
      {(plane) => (
        <>
          <Clip plane={plane} id={`${id}-clip`}>
            <Boundary plane={plane} standing={standing} />
          </Clip>
          <rect
            class="trainer-ground"
            x={plane.inner.left}
            y={plane.inner.top}
            width={plane.inner.width}
            height={plane.inner.height}
            onPointerDown={(event) => onPointerDown(event, plane)}
          />
          <g
            ref={svgGroup}
            onFocusIn={(event) => {
              const point = (event.target as Element).closest('[data-point]');
              if (point) selected.value = Number(point.getAttribute('data-point'));
            }}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => onPointerDown(event, plane)}
          >
            {samples.map((sample, i) => (
              <Point
                key={i}
                plane={plane}
                sample={sample}
                index={i}
                isLocked={i < locked}
                isWrong={standing.wrong.includes(i)}
                isSelected={i === Math.min(selected.value, samples.length - 1)}
                lang={lang}
              />
            ))}
          </g>
          {standing.last && <LastMistake plane={plane} sample={samples[standing.last.index]!} />}
        </>
      )}
    </PlaneView>
  );
}

/** Where a point goes that is added with a key: beside the last one, or in the middle. */
export function newPoint({ preset, samples }: Standing, tap: Tap): Sample {
  const middle = { x: (preset.x[0] + preset.x[1]) / 2, y: (preset.y[0] + preset.y[1]) / 2 };
  const step = (preset.x[1] - preset.x[0]) / 12;
  const isTaken = (x: number, y: number) =>
    samples.some((other) => Math.hypot(other.x - x, other.y - y) < step / 2);
  let { x } = middle;
  while (isTaken(x, middle.y) && x < preset.x[1] - step) x += step;
  return { x, y: middle.y, label: tap === 'minus' ? -1 : 1 };
}

/** The positive side, the line now, and the line before the last update. */
function Boundary({ plane, standing }: { plane: Plane; standing: Standing }) {
  const { weights, last, preset } = standing;
  const [a, b, c] = weights;
  if (a === 0 && b === 0) return null;
  const line = lineInBox(a, b, c, preset.x, preset.y);
  const former = last && lineOf(last.before, standing);
  return (
    <>
      <Area
        plane={plane}
        points={halfPlaneInBox(a, b, c, preset.x, preset.y)}
        class="trainer-side"
      />
      {former && <Line plane={plane} points={former} class="trainer-former" />}
      {line && <Line plane={plane} points={line} class="q-weight" />}
      {line && <Normal plane={plane} weights={weights} line={line} />}
    </>
  );
}

const lineOf = ([a, b, c]: Weights, { preset }: Standing) =>
  a === 0 && b === 0 ? undefined : lineInBox(a, b, c, preset.x, preset.y);

/** A short arrow from the middle of the boundary along w, to the positive side. */
function Normal({
  plane,
  weights: [a, b],
  line: [p, q],
}: {
  plane: Plane;
  weights: Weights;
  line: [[number, number], [number, number]];
}) {
  const size = Math.hypot(a, b);
  const reach = (plane.x[1] - plane.x[0]) / 9;
  const foot = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2] as const;
  const tip = [foot[0] + (a / size) * reach, foot[1] + (b / size) * reach] as const;
  return (
    <>
      <Arrow plane={plane} from={foot} to={tip} class="q-weight" />
      <text
        class="trainer-w q-weight"
        x={plane.toX(tip[0]) + 8 * Math.sign(a || 1)}
        y={plane.toY(tip[1])}
        dy="0.35em"
        text-anchor={a < 0 ? 'end' : 'start'}
      >
        w
      </text>
    </>
  );
}

/** Hundreds of real measurements need small marks, on a phone smaller ones. */
export const birdSize = (plane: Plane): number => (plane.width < 440 ? 3.4 : 4.5);

interface PointProps {
  readonly plane: Plane;
  readonly sample: Sample;
  readonly index: number;
  readonly isLocked: boolean;
  readonly isWrong: boolean;
  readonly isSelected: boolean;
  readonly lang: Lang;
}

function Point({ plane, sample, index, isLocked, isWrong, isSelected, lang }: PointProps) {
  const text = trainerText[lang];
  const { x, y, label } = sample;
  const size = isLocked ? birdSize(plane) : 7;
  return (
    <g
      class={isLocked ? 'trainer-point trainer-locked' : 'plot-handle trainer-point'}
      data-point={index}
      transform={`translate(${plane.toX(x).toFixed(1)} ${plane.toY(y).toFixed(1)})`}
      role="slider"
      tabindex={isSelected ? 0 : -1}
      aria-label={text.point(index + 1, label === 1 ? '+1' : '−1')}
      aria-valuemin={plane.x[0]}
      aria-valuemax={plane.x[1]}
      aria-valuenow={Number(x.toFixed(2))}
      aria-valuetext={text.at(fixedNumber(x), fixedNumber(y), isWrong)}
    >
      {!isLocked && <circle class="plot-reach" r={REACH} />}
      <circle class="trainer-focus" r={size + 7} />
      {isWrong && <circle class="trainer-wrong" r={size + 3.5} />}
      <circle class={label === 1 ? 'plot-stone' : 'plot-ring'} r={size} />
    </g>
  );
}

/** The vector of the sample just learned, from the origin. */
function LastMistake({ plane, sample }: { plane: Plane; sample: Sample }) {
  return (
    <g class="trainer-last" aria-hidden="true">
      <Arrow plane={plane} from={[0, 0]} to={[sample.x, sample.y]} class="q-input" />
      <text class="q-input" x={plane.toX(sample.x) + 12} y={plane.toY(sample.y) - 10}>
        x
      </text>
    </g>
  );
}
