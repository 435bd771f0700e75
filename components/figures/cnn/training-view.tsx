// What training costs before it starts, how far it is, and its curves.
import { useMemo } from 'preact/hooks';
import type { Lang } from '../frame/frame.text.ts';
import { Line } from '../frame/marks.tsx';
import { PlaneView } from '../frame/plane.tsx';
import { fixedNumber } from '../frame/slider-scale.ts';
import type { CnnTrainerText } from './CnnTrainer.text.ts';
import { STEPS_AN_EPOCH } from './job.ts';
import { costOf, type NetChoice } from './net.ts';
import type { Training } from './use-training.ts';

interface StatusProps {
  readonly lang: Lang;
  readonly text: CnnTrainerText;
  readonly training: Training;
  readonly choice: NetChoice;
  readonly epochs: number;
}

export function Status(props: StatusProps) {
  const { lang, text, training, choice } = props;
  const cost = useMemo(() => costOf(choice), [choice]);
  return (
    <div class="cnn-status">
      <p class="cnn-note" data-cost>
        {text.cost(cost.parameters.toLocaleString(lang), cost.multiplyAdds.toLocaleString(lang))}{' '}
        {training.isSlow.value && text.slow}
      </p>
      <p class="cnn-note" data-status>
        {stateOf(props)}
      </p>
    </div>
  );
}

function stateOf({ text, training, epochs }: StatusProps): string {
  const report = training.report.value;
  const problem = training.problem.value;
  if (problem) return problem === 'diverged' ? text.diverged : text.failed(problem);
  if (training.isRunning.value) {
    const left = training.secondsLeft.value;
    if (!report || left === undefined) return text.waiting;
    return text.running(
      Math.min(report.steps / STEPS_AN_EPOCH, Math.floor((report.step - 1) / STEPS_AN_EPOCH) + 1),
      report.steps / STEPS_AN_EPOCH,
      fixedNumber(report.loss),
      `${(100 * report.hits).toFixed(0)} %`,
      left.toFixed(0),
    );
  }
  if (training.isPaused.value && report) return text.paused(report.step, report.steps);
  const seconds = training.secondsAnEpoch.value;
  if (seconds === undefined) return text.measuring;
  const all = seconds * epochs;
  return text.takes(epochs, all.toFixed(all < 10 ? 1 : 0));
}

/** Loss, and the share of right answers on training and on test pictures, step by step. */
export function Curves({ text, training }: { text: CnnTrainerText; training: Training }) {
  const curve = training.curve.value;
  const steps = training.report.value?.steps ?? 1;
  const most = Math.max(0.5, ...curve.map(({ loss }) => loss));
  const x = [0, steps] as const;
  return (
    <div class="cnn-curves">
      <PlaneView
        label={text.loss}
        x={x}
        y={[0, Math.min(3, most * 1.05)]}
        xLabel={text.step}
        yLabel={text.loss}
        aspect={1.8}
      >
        {(plane) => (
          <Line plane={plane} points={curve.map(({ step, loss }) => [step, loss])} class="q-loss" />
        )}
      </PlaneView>
      <PlaneView
        label={text.share}
        x={x}
        y={[0, 1]}
        xLabel={text.step}
        yLabel={text.share}
        aspect={1.8}
      >
        {(plane) => (
          <>
            <Line
              plane={plane}
              points={curve.map(({ step, hits }) => [step, hits])}
              class="q-activation"
            />
            {curve.map(
              ({ step, test }) =>
                test !== undefined && (
                  <g key={step}>
                    <circle
                      class="plot-dot q-target"
                      cx={plane.toX(step)}
                      cy={plane.toY(test)}
                      r={5}
                    />
                    <text
                      class="cnn-name q-target"
                      x={plane.toX(step) - 6}
                      y={plane.toY(test) + 22}
                      text-anchor="end"
                    >
                      {text.onTest(`${(100 * test).toFixed(1)} %`)}
                    </text>
                  </g>
                ),
            )}
          </>
        )}
      </PlaneView>
    </div>
  );
}
