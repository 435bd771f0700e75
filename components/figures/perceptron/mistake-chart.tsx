// Mistakes against points looked at: it flattens when the classes can be parted, and never does when they cannot.
import { Line } from '../frame/marks.tsx';
import { PlaneView } from '../frame/plane.tsx';
import { wholeNumber } from '../frame/slider-scale.ts';
import type { TrainerText } from './PerceptronTrainer.text.ts';
import type { Standing } from './training.ts';

export function MistakeChart({ standing, text }: { standing: Standing; text: TrainerText }) {
  const { run, mistakes, margin, last, isDone } = standing;
  const looked = (isDone ? run.doneAfter : last?.looked) ?? 0;
  const bound = margin?.bound;
  const width = Math.max(20, looked * 1.1);
  const isNear = bound !== undefined && bound <= Math.max(30, mistakes * 4);
  const height = Math.max(5, isNear ? bound * 1.15 : mistakes * 1.5);
  const steps = stairs(
    run.updates.slice(0, mistakes).map((update) => update.looked),
    looked,
  );
  return (
    <PlaneView
      label={text.chartPicture}
      x={[0, width]}
      y={[0, height]}
      aspect={1.9}
      assumedWidth={300}
      xLabel={text.looked}
      yLabel={text.mistakesAxis}
      margin={{ left: 38, right: 8 }}
    >
      {(plane) => (
        <>
          {bound !== undefined && (
            <>
              {isNear && (
                <Line
                  plane={plane}
                  points={[
                    [0, bound],
                    [width, bound],
                  ]}
                  class="trainer-bound"
                />
              )}
              <text
                x={plane.inner.left + plane.inner.width}
                y={isNear ? plane.toY(bound) + 15 : plane.inner.top + 12}
                text-anchor="end"
              >
                {isNear ? text.boundLine(wholeNumber(bound)) : text.boundAbove(wholeNumber(bound))}
              </text>
            </>
          )}
          <Line plane={plane} points={steps} class="q-loss" />
        </>
      )}
    </PlaneView>
  );
}

/** A staircase: one more at each mistake; thinned out where it has more steps than the picture has pixels. */
function stairs(looks: readonly number[], end: number): [number, number][] {
  const every = Math.max(1, Math.floor(looks.length / 300));
  const path: [number, number][] = [[0, 0]];
  looks.forEach((at, i) => {
    if (i % every && i !== looks.length - 1) return;
    path.push([at, path.at(-1)![1]], [at, i + 1]);
  });
  path.push([end, looks.length]);
  return path;
}
