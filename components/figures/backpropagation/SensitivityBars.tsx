// Sensitivity bars: the slope of the loss for every weight of a small net, at one real penguin, and a nudge to test each.
import { useMemo } from 'preact/hooks';
import { Choice, Toggle } from '../frame/choices.tsx';
import { flag, number } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { plainNumber } from '../frame/slider-scale.ts';
import { Slider } from '../frame/slider.tsx';
import { useFigure } from '../frame/use-figure.ts';
import {
  meanGradient,
  nudgedLoss,
  parameterName,
  penguinGradient,
  penguins,
  trainingSteps,
} from './penguins.ts';
import { NudgeCurve, PenguinMap, SlopeBars } from './sensitivity-pictures.tsx';
import { sensitivityText } from './SensitivityBars.text.ts';
import './backpropagation.css';

const fields = {
  /** Counted from 1. */
  penguin: number(7, { min: 1, max: penguins.length, integer: true }),
  training: number(0, { min: 0, max: trainingSteps.length - 1, integer: true }),
  parameter: number(13, { min: 0, max: 26, integer: true }),
  nudge: number(0.4, { min: -2, max: 2 }),
  mean: flag(false),
};

const slopesOf = (penguin: number, training: number) => penguinGradient(penguin - 1, training);

interface Props {
  readonly lang: Lang;
  readonly id?: string;
}

export function SensitivityBars({ lang, id = 'sensitivity' }: Props) {
  const text = sensitivityText[lang];
  const figure = useFigure(id, fields, {
    values: (state) => {
      const { parameters, loss } = slopesOf(state.penguin.value, state.training.value);
      const sizes = parameters.map(Math.abs);
      const slope = parameters[state.parameter.value]!;
      return {
        loss,
        slope,
        slopes: parameters,
        strongest: sizes.indexOf(Math.max(...sizes)),
        expected: slope * state.nudge.value,
      };
    },
  });
  const { penguin, training, parameter, nudge, mean } = figure.state;
  const now = useMemo(
    () => slopesOf(penguin.value, training.value),
    [penguin.value, training.value],
  );
  const average = useMemo(() => meanGradient(training.value), [training.value]);
  const chosen = parameter.value;
  const slope = now.parameters[chosen]!;
  const loss = (by: number) => nudgedLoss(penguin.value - 1, training.value, chosen, by);
  const change = loss(nudge.value) - loss(0);
  const name = parameterName(chosen);
  const reading = [
    text.reading(plainNumber(now.loss), name, plainNumber(slope)),
    nudge.value === 0
      ? text.still
      : text.nudged(
          plainNumber(nudge.value, 2),
          plainNumber(slope * nudge.value),
          plainNumber(change),
        ),
  ].join(' ');
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="SensitivityBars"
      size="wide"
      title={text.title}
      summary={text.summary}
      keys={text.keys}
      reading={reading}
      tableCaption={text.caption}
      table={() => ({
        columns: text.columns,
        rows: now.parameters.map((value, i) => [
          parameterName(i),
          plainNumber(value),
          plainNumber(average.parameters[i]!),
        ]),
      })}
      side={
        <>
          <PenguinMap
            text={text}
            chosen={penguin.value - 1}
            onChoose={(next) => (penguin.value = next + 1)}
          />
          <NudgeCurve
            clipId={`${id}-clip`}
            text={text}
            name={name}
            loss={loss}
            slope={slope}
            nudge={nudge.value}
            onNudge={(next) => (nudge.value = Number(next.toFixed(2)))}
            onReset={() => (nudge.value = 0)}
          />
        </>
      }
      controls={
        <>
          <Slider
            lang={lang}
            label={text.penguin}
            value={penguin}
            min={1}
            max={penguins.length}
            step={1}
          />
          <Choice
            label={text.training}
            value={asChoice(training)}
            options={trainingSteps.map((steps, i) => ({ value: String(i), label: String(steps) }))}
          />
          <Toggle label={text.mean} value={mean} />
        </>
      }
    >
      <SlopeBars
        text={text}
        slopes={now.parameters}
        means={mean.value ? average.parameters : undefined}
        chosen={chosen}
        onChoose={(next) => (parameter.value = next)}
      />
    </Figure>
  );
}

/** A signal of a number, for a choice, whose values are text. */
function asChoice(signal: { value: number }) {
  return {
    get value() {
      return String(signal.value);
    },
    set value(next: string) {
      signal.value = Number(next);
    },
  } as Parameters<typeof Choice<string>>[0]['value'];
}
