// The three pictures of the degradation experiment: errors by epoch, gradient norms by layer, error by depth.
import { Clip, Line } from '../frame/marks.tsx';
import { PlaneView } from '../frame/plane.tsx';
import { fixedNumber } from '../frame/slider-scale.ts';
import type { DepthRaceText } from './DepthRace.text.ts';
import { ends } from './race.generated.ts';
import { DEPTHS, EPOCHS, KINDS, type Run } from './race-job.ts';
import { isWhole } from './use-race.ts';

interface PictureProps {
  readonly run: Run | undefined;
  readonly text: DepthRaceText;
  readonly id: string;
}

const PARTS = ['train', 'test'] as const;

export function ErrorCurves({ run, text, id }: PictureProps) {
  return (
    <PlaneView
      label={text.curves}
      x={[0, EPOCHS]}
      y={[0, 100]}
      xLabel={text.epochAxis}
      yLabel={text.errorAxis}
      aspect={1.35}
      assumedWidth={560}
    >
      {(plane) => (
        <Clip plane={plane} id={id}>
          <>
            {run &&
              KINDS.flatMap((kind) =>
                PARTS.map((part) => (
                  <Line
                    key={kind + part}
                    plane={plane}
                    class={`resnet-${kind} resnet-${part}`}
                    points={run.marks[kind].map((mark) => [mark.epoch, 100 * mark[part]])}
                  />
                )),
              )}
          </>
        </Clip>
      )}
    </PlaneView>
  );
}

export function Legend({ text }: { text: DepthRaceText }) {
  return (
    <ul class="resnet-legend">
      {KINDS.flatMap((kind) =>
        PARTS.map((part) => (
          <li key={kind + part}>
            <svg viewBox="0 0 36 12" aria-hidden="true" class="plot resnet-swatch">
              <path class={`plot-line resnet-${kind} resnet-${part}`} d="M1 6H35" />
            </svg>
            {text.curve(text[kind], part === 'train' ? text.training : text.test)}
          </li>
        )),
      )}
    </ul>
  );
}

/** Norms of one epoch, and of the start as thin lines. */
export function NormCurves({ run, epoch, text, id }: PictureProps & { epoch: number }) {
  const depth = run?.settings.depth ?? 44;
  const [low, high] = [-3, 3];
  const shown = epoch === 0 ? [0] : [0, epoch];
  return (
    <PlaneView
      label={text.norms(epoch)}
      x={[1, depth - 1]}
      y={[10 ** low, 10 ** high]}
      yScale="log"
      xLabel={text.layerAxis}
      yLabel={text.normAxis(epoch)}
      aspect={1.5}
      assumedWidth={320}
      margin={{ left: 48 }}
    >
      {(plane) => (
        <Clip plane={plane} id={id}>
          <>
            {run &&
              shown.flatMap((at) =>
                KINDS.map((kind) => (
                  <Line
                    key={`${kind}${at}`}
                    plane={plane}
                    class={`resnet-${kind} ${at === epoch ? '' : 'resnet-before'}`}
                    points={(run.marks[kind][at]?.norms ?? []).map((norm, i) => [
                      i + 1,
                      Math.min(1e4, Math.max(1e-4, norm)),
                    ])}
                  />
                )),
              )}
          </>
        </Clip>
      )}
    </PlaneView>
  );
}

/** Where the depth leads: the error after the last epoch, from three starts each, and of the present run. */
export function DepthCurve(props: Omit<PictureProps, 'id'> & { depth: number }) {
  const { run, depth, text } = props;
  return (
    <PlaneView
      label={text.byDepth}
      x={[5, 47]}
      y={[-3, 100]}
      xTicks={DEPTHS}
      yTicks={[0, 25, 50, 75, 100]}
      xLabel={text.depthAxis}
      yLabel={text.byDepthAxis}
      aspect={1.5}
      assumedWidth={320}
    >
      {(plane) => (
        <>
          <line
            class="resnet-here"
            x1={plane.toX(depth)}
            x2={plane.toX(depth)}
            y1={plane.toY(0)}
            y2={plane.toY(100)}
          />
          {KINDS.map((kind) => (
            <g key={kind} class={`resnet-${kind}`}>
              <Line
                plane={plane}
                class={`resnet-${kind}`}
                points={DEPTHS.map((at) => [at, 100 * mean(ends[at]![kind])])}
              />
              {DEPTHS.flatMap((at) =>
                ends[at]![kind].map((share, i) => (
                  <circle
                    key={`${at} ${i}`}
                    class="resnet-dot"
                    cx={plane.toX(at)}
                    cy={plane.toY(100 * share)}
                    r={2.5}
                  />
                )),
              )}
              {run && isWhole(run) && (
                <circle
                  class="resnet-present"
                  cx={plane.toX(run.settings.depth)}
                  cy={plane.toY(100 * run.marks[kind].at(-1)!.train)}
                  r={6}
                >
                  <title>{`${fixedNumber(100 * run.marks[kind].at(-1)!.train, 1)} %`}</title>
                </circle>
              )}
            </g>
          ))}
        </>
      )}
    </PlaneView>
  );
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
