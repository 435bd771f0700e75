// The perceptron at work: add, drag and remove points, take one mistake at a time, count against the bound.
import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { Button, Choice } from '../frame/choices.tsx';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { useLoop } from '../frame/loop.ts';
import { Player } from '../frame/player.tsx';
import { fixedNumber, wholeNumber } from '../frame/slider-scale.ts';
import { Slider } from '../frame/slider.tsx';
import { useFigure } from '../frame/use-figure.ts';
import { LastUpdate } from './last-update.tsx';
import { MistakeChart } from './mistake-chart.tsx';
import { speciesNames, trainerText, type TrainerText } from './PerceptronTrainer.text.ts';
import { addPoint } from './points.ts';
import { presetNames, type PresetName } from './presets.ts';
import { newPoint, TrainerPicture, type Tap } from './trainer-picture.tsx';
import { MOST_MISTAKES, standingOf, trainerFields, type Standing } from './training.ts';
import { WeightPlane } from './weight-plane.tsx';
import './perceptron.css';

interface Props {
  readonly lang: Lang;
  readonly id?: string;
  /** The data it begins with. */
  readonly preset?: PresetName;
  /** How many mistakes are taken already. */
  readonly mistakes?: number;
}

/**
 * Tells exercises: preset, rate, mistakes, wrong (points on the wrong side), isDone, isSeparable,
 * bound (0 when there is none), points (how many), w1, w2, b.
 */
export function PerceptronTrainer({ lang, id = 'perceptron-trainer', preset, mistakes }: Props) {
  const text = trainerText[lang];
  const picture = useRef<HTMLDivElement>(null);
  const selected = useSignal(0);
  const tap = useSignal<Tap>('plus');
  const live = useRef<{ value: Standing }>();
  const figure = useFigure(id, trainerFields, {
    start: { preset, mistakes },
    values: () => tellOf(live.current!.value),
  });
  const { state } = figure;
  const standing = useMemo(() => standingOf(state), [state]);
  live.current = standing;
  const now = standing.value;

  const take = () => {
    if (standing.peek().isDone || state.mistakes.value >= MOST_MISTAKES) return false;
    state.mistakes.value = standing.peek().mistakes + 1;
    return true;
  };
  const loop = useLoop(() => hurry(standing.peek().mistakes, take), {
    ref: picture,
    every: () => Math.max(0, 700 * 0.9 ** standing.peek().mistakes),
  });
  const startOver = () => {
    loop.stop();
    state.mistakes.value = 0;
  };
  const choose = () => {
    state.points.value = null;
    selected.value = 0;
    startOver();
  };

  return (
    <Figure
      figure={{ ...figure, reset: () => (loop.stop(), figure.reset()) }}
      lang={lang}
      component="PerceptronTrainer"
      size="wide"
      title={text.title}
      summary={text.summary}
      reading={readingOf(now, text)}
      keys={text.keys}
      tableCaption={text.caption}
      table={() => tableOf(now, text)}
      side={
        <>
          <WeightPlane standing={now} label={text.weightPicture} />
          <LastUpdate standing={now} text={text} />
          <MistakeChart standing={now} text={text} />
        </>
      }
      controls={
        <>
          <div class="figure-buttons">
            <Player lang={lang} loop={loop} isDone={now.isDone} stepLabel={text.step} />
            <Button onPress={startOver}>{text.startOver}</Button>
          </div>
          <Choice
            label={text.preset}
            value={state.preset}
            options={presetNames.map((value) => ({ value, label: text.presets[value] }))}
            onChange={choose}
          />
          <Choice
            label={text.tap}
            value={tap}
            options={(['plus', 'minus', 'remove'] as const).map((value) => ({
              value,
              label: text.taps[value],
            }))}
          />
          <Button
            onPress={() => {
              state.points.value = addPoint(
                now.preset,
                state.points.value,
                newPoint(now, tap.value),
              );
              selected.value = now.samples.length;
            }}
          >
            {text.addPoint}
          </Button>
          <Slider
            lang={lang}
            value={state.rate}
            min={0.01}
            max={10}
            scale="log"
            symbol="η"
            identifier="learningRate"
            label={text.rate}
          />
        </>
      }
    >
      <div ref={picture}>
        <Count standing={now} text={text} />
        <p class="trainer-legend">{legendOf(now, lang)}</p>
        <TrainerPicture
          id={id}
          lang={lang}
          standing={now}
          points={state.points}
          selected={selected}
          tap={tap}
        />
      </div>
    </Figure>
  );
}

/** One mistake at a time at first, then more and more of them a frame. */
function hurry(mistakes: number, take: () => boolean): boolean {
  for (let i = 0; i < 1 + Math.floor(mistakes / 40); i++) if (!take()) return false;
  return true;
}

function tellOf({ mistakes, wrong, isDone, margin, samples, weights: [w1, w2, b] }: Standing) {
  return {
    mistakes,
    wrong: wrong.length,
    isDone,
    isSeparable: margin !== undefined,
    bound: margin?.bound ?? 0,
    points: samples.length,
    w1,
    w2,
    b,
  };
}

/** Mistakes, points on the wrong side, and the bound, as three numbers. */
function Count({ standing, text }: { standing: Standing; text: TrainerText }) {
  const { mistakes, wrong, margin } = standing;
  return (
    <dl class="trainer-count">
      <div>
        <dt>{text.mistakes}</dt>
        <dd class="q-loss">{mistakes}</dd>
      </div>
      <div>
        <dt>{text.wrongNow}</dt>
        <dd>{wrong.length}</dd>
      </div>
      <div>
        <dt>{text.boundName}</dt>
        <dd>{margin ? wholeNumber(margin.bound) : text.noBound}</dd>
      </div>
    </dl>
  );
}

function readingOf(standing: Standing, text: TrainerText): string {
  const { samples, mistakes, last, isDone, wrong, margin, cycle } = standing;
  if (!samples.length) return text.empty;
  if (isDone && margin) return text.done(mistakes, wholeNumber(margin.bound));
  const noLine = margin ? '' : ` ${text.noLine}`;
  if (!last) return text.begin + noLine;
  if (cycle) return text.cycle(mistakes, cycle);
  const { label } = samples[last.index]!;
  const sentence = text.afterStep(
    mistakes,
    label === 1 ? '+1' : '−1',
    fixedNumber(last.score),
    label === 1 ? text.added : text.subtracted,
    text.left(wrong.length, samples.length),
  );
  return sentence + noLine;
}

function legendOf({ preset }: Standing, lang: Lang): string {
  const text = trainerText[lang];
  if (!preset.species) return text.plainClasses;
  const names: Record<string, string> = speciesNames[lang];
  return text.classes(names[preset.species.positive]!, names[preset.species.negative]!);
}

const SHOWN = 100;

function tableOf({ run, samples, mistakes }: Standing, text: TrainerText) {
  const rows = run.updates.slice(0, Math.min(mistakes, SHOWN)).map((update, i) => {
    const { x, y, label } = samples[update.index]!;
    const numbers = [x, y].map((value) => fixedNumber(value));
    const after = update.after.map((value) => fixedNumber(value));
    return [i + 1, ...numbers, label === 1 ? '+1' : '−1', fixedNumber(update.score), ...after];
  });
  const more = mistakes > SHOWN ? text.more(mistakes - SHOWN) : undefined;
  return { columns: text.columns, rows, more };
}
