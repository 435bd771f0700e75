// The digits network trained by five optimisers side by side, live, in a worker.
import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { startTraining, type Port } from '../../../src/engine/train/worker.ts';
import { Button, Choice } from '../frame/choices.tsx';
import { number, oneOf } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Clip, Line } from '../frame/marks.tsx';
import { PlaneView } from '../frame/plane.tsx';
import { Slider } from '../frame/slider.tsx';
import { fixedNumber, plainNumber } from '../frame/slider-scale.ts';
import { useFigure } from '../frame/use-figure.ts';
import { firstLaps, firstSettings } from './digits-first-picture.ts';
import type { Job } from './digits-race.worker.ts';
import { digitRunners, RATES, type DigitRunner } from './digits-runners.ts';
import type { Lap } from './digits-training.ts';
import { digitsText } from './DigitsRace.text.ts';
import './momentum.css';

const EPOCHS = 10;
const SIZES = ['8', '32', '128'] as const;

const fields = {
  batchSize: oneOf(SIZES, '32'),
  scale: number(firstSettings.scale, { min: 0.01, max: 100 }),
  seed: number(firstSettings.seed, { min: 1, max: 999, integer: true }),
};

type Text = (typeof digitsText)['en'];

interface Settings {
  readonly batchSize: number;
  readonly scale: number;
  readonly seed: number;
}

interface Props {
  readonly lang: Lang;
  readonly id?: string;
  readonly start?: Readonly<Record<string, unknown>>;
}

export function DigitsRace({ lang, id = 'digits-race', start }: Props) {
  const text = digitsText[lang];
  const dataId = `${id}-laps`;
  const { json, race } = useMemo(() => {
    const found = firstLaps(dataId);
    return { json: found, race: createRace(JSON.parse(found) as Lap[]) };
  }, [id]);
  const figure = useFigure(id, fields, {
    start,
    values: () => {
      const { laps, settings, isRunning } = race.state.peek();
      return {
        isTrained: !isRunning && laps.length === EPOCHS * digitRunners.length,
        trainedBatchSize: settings.batchSize,
        trainedScale: settings.scale,
        ...Object.fromEntries(
          digitRunners.flatMap((name) => {
            const last = lastOf(laps, name);
            return last
              ? [
                  [`${name}Loss`, last.loss],
                  [`${name}Accuracy`, last.accuracy],
                ]
              : [];
          }),
        ),
      };
    },
    onReset: () => race.reset(),
  });
  useEffect(() => race.stop, []);
  const { batchSize, scale, seed } = figure.state;
  const wanted: Settings = {
    batchSize: Number(batchSize.value),
    scale: scale.value,
    seed: seed.value,
  };
  const { laps, isRunning } = race.state.value;
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="DigitsRace"
      title={text.title}
      reading={readingOf(race.state.value, wanted, text)}
      summary={text.summary}
      tableCaption={text.tableCaption}
      table={() => ({
        columns: text.columns,
        rows: laps.map(({ name, epoch, loss, accuracy }) => [
          text.runners[name],
          plainNumber(RATES[name] * race.state.value.settings.scale),
          epoch,
          fixedNumber(loss, 4),
          `${fixedNumber(100 * accuracy, 1)} %`,
        ]),
      })}
      size="wide"
      controls={
        <>
          <Button primary onPress={isRunning ? race.stop : () => race.run(wanted)}>
            {isRunning ? text.stop : text.run}
          </Button>
          <Choice
            value={batchSize}
            label={text.batchSize}
            symbol="B"
            identifier="batchSize"
            options={SIZES.map((value) => ({ value, label: value }))}
          />
          <Slider lang={lang} value={scale} label={text.scale} min={0.01} max={100} scale="log" />
          <Button onPress={() => (seed.value = (seed.value % 999) + 1)}>{text.another}</Button>
        </>
      }
      side={
        <>
          <Curves
            laps={laps}
            id={`${id}-accuracy`}
            label={text.sidePicture}
            yLabel={text.accuracy}
            xLabel={text.epoch}
            y={[50, 100]}
            of={(lap) => 100 * lap.accuracy}
            aspect={1.2}
          />
          <Legend laps={laps} text={text} />
        </>
      }
    >
      <Curves
        laps={laps}
        id={`${id}-loss`}
        label={text.picture}
        yLabel={text.loss}
        xLabel={text.epoch}
        y={[0.01, 3]}
        of={(lap) => Math.min(100, Math.max(1e-3, lap.loss))}
        aspect={1.35}
        isLog
      />
      <script id={dataId} type="application/json" dangerouslySetInnerHTML={{ __html: json }} />
    </Figure>
  );
}

interface RaceState {
  readonly laps: readonly Lap[];
  readonly settings: Settings;
  readonly isRunning: boolean;
  readonly failure?: string;
}

/** The race itself: what has been trained, and the worker that trains on. */
function createRace(first: readonly Lap[]) {
  const begin: RaceState = { laps: first, settings: firstSettings, isRunning: false };
  const state = signal<RaceState>(begin);
  let worker: Worker | undefined;
  const stop = () => {
    worker?.terminate();
    worker = undefined;
    if (state.peek().isRunning) state.value = { ...state.peek(), isRunning: false };
  };
  const run = (settings: Settings) => {
    stop();
    worker = new Worker(new URL('./digits-race.worker.ts', import.meta.url), { type: 'module' });
    state.value = { laps: [], settings, isRunning: true };
    const base = new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), location.href);
    const job: Job = { ...settings, data: `${base.href}data/` };
    const { result } = startTraining<Job, Lap, null>(worker as unknown as Port, job, {
      onProgress: (lap) => (state.value = { ...state.peek(), laps: [...state.peek().laps, lap] }),
    });
    result.then(stop, (error: unknown) => {
      stop();
      state.value = {
        ...state.peek(),
        failure: error instanceof Error ? error.message : String(error),
      };
    });
  };
  const reset = () => {
    stop();
    state.value = begin;
  };
  return { state, run, stop, reset };
}

const lastOf = (laps: readonly Lap[], name: DigitRunner): Lap | undefined =>
  laps.findLast((lap) => lap.name === name);

interface CurvesProps {
  readonly laps: readonly Lap[];
  readonly id: string;
  readonly label: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly y: readonly [number, number];
  readonly of: (lap: Lap) => number;
  readonly aspect: number;
  readonly isLog?: boolean;
}

function Curves({ laps, id, label, xLabel, yLabel, y, of, aspect, isLog }: CurvesProps) {
  return (
    <PlaneView
      label={label}
      x={[1, EPOCHS]}
      y={y}
      yScale={isLog ? 'log' : 'linear'}
      xLabel={xLabel}
      yLabel={yLabel}
      aspect={aspect}
      assumedWidth={isLog ? 560 : 320}
      margin={{ left: 48 }}
    >
      {(plane) => (
        <Clip plane={plane} id={id}>
          <>
            {digitRunners.map((name) => {
              const own = laps.filter((lap) => lap.name === name);
              return (
                <Line
                  key={name}
                  plane={plane}
                  class={`mo-way mo-${name}`}
                  points={own.map((lap) => [lap.epoch, of(lap)])}
                />
              );
            })}
          </>
        </Clip>
      )}
    </PlaneView>
  );
}

function Legend({ laps, text }: { laps: readonly Lap[]; text: Text }) {
  return (
    <ul class="mo-legend">
      {digitRunners.map((name) => {
        const last = lastOf(laps, name);
        return (
          <li key={name}>
            <svg viewBox="0 0 44 12" aria-hidden="true" class="plot mo-swatch">
              <path class={`plot-line mo-way mo-${name}`} d="M1 6H43" />
            </svg>
            <span>{text.runners[name]}</span>
            <span>{last ? `${fixedNumber(100 * last.accuracy, 1)} %` : '–'}</span>
          </li>
        );
      })}
    </ul>
  );
}

function readingOf(state: RaceState, wanted: Settings, text: Text): string {
  const { laps, settings, isRunning, failure } = state;
  if (failure) return text.failed(failure);
  const epoch = Math.max(0, ...laps.map((lap) => lap.epoch));
  if (isRunning) return text.training(Math.max(1, epoch));
  const isSame =
    settings.batchSize === wanted.batchSize &&
    settings.scale === wanted.scale &&
    settings.seed === wanted.seed;
  if (!isSame || laps.length === 0) return text.changed;
  const last = digitRunners.flatMap((name) => lastOf(laps, name) ?? []);
  const best = last.reduce((a, b) => (b.loss < a.loss ? b : a));
  const scores = last.map(({ accuracy }) => 100 * accuracy);
  const stuck = last.filter(({ accuracy }) => !(accuracy > 0.5));
  const said = text.reading(
    epoch,
    text.runners[best.name],
    plainNumber(best.loss),
    fixedNumber(Math.min(...scores), 1),
    fixedNumber(Math.max(...scores), 1),
  );
  const names = stuck.map(({ name }) => text.runners[name]).join(', ');
  return stuck.length ? said + text.diverged(names) : said;
}
