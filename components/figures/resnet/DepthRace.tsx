// The degradation experiment: a plain and a residual net of the depth the reader dials, side by side.
import { useEffect } from 'preact/hooks';
import { Button } from '../frame/choices.tsx';
import { number, type Field } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Slider } from '../frame/slider.tsx';
import { fixedNumber, plainNumber } from '../frame/slider-scale.ts';
import { useFigure } from '../frame/use-figure.ts';
import { depthRaceText, type DepthRaceText } from './DepthRace.text.ts';
import { EPOCHS, firstSettings, KINDS, nearestDepth, type Run, type Settings } from './race-job.ts';
import { DepthCurve, ErrorCurves, Legend, NormCurves } from './race-pictures.tsx';
import { isWhole, useRace, type Race } from './use-race.ts';
import './resnet.css';

const dial: Field<number> = number(32, { min: 8, max: 44, integer: true });
const fields = {
  depth: {
    ...dial,
    decode: (text: string) => {
      const depth = dial.decode(text);
      return depth === undefined ? undefined : nearestDepth(depth);
    },
  } satisfies Field<number>,
  rate: number(firstSettings.learningRate, { min: 0.003, max: 0.2 }),
  seed: number(firstSettings.seed, { min: 1, max: 999, integer: true }),
  epoch: number(0, { min: 0, max: EPOCHS, integer: true }),
};

const percent = (share: number) => fixedNumber(100 * share, 1);

export function DepthRace({ lang, id = 'depth-race' }: { lang: Lang; id?: string }) {
  const text = depthRaceText[lang];
  const race = useRace();
  const figure = useFigure(id, fields, {
    values: ({ depth, rate, seed }): Readonly<Record<string, number | boolean>> => {
      const settings = {
        depth: depth.value,
        learningRate: rate.value,
        seed: seed.value,
      };
      const found = race.find(settings);
      if (!found || !isWhole(found.run)) return { isTrained: false };
      const [plain, residual] = KINDS.map((kind) => found.run.marks[kind].at(-1)!);
      return {
        isTrained: true,
        isOwn: found.isOwn,
        plainTraining: plain!.train,
        residualTraining: residual!.train,
        plainTest: plain!.test,
        residualTest: residual!.test,
      };
    },
    onReset: () => race.forget(),
  });
  const { state, isLive } = figure;
  const settings: Settings = {
    depth: state.depth.value,
    learningRate: state.rate.value,
    seed: state.seed.value,
  };
  useEffect(() => {
    if (!isLive.value) return;
    // The dial may still be turning.
    const timer = setTimeout(() => race.measure(settings.depth), 250);
    return () => clearTimeout(timer);
  }, [isLive.value, settings.depth]);

  const isRunning = race.present.value !== undefined;
  const run = race.present.value ?? race.find(settings)?.run;
  const isOwn = isRunning || (race.find(settings)?.isOwn ?? false);
  const last = run ? Math.max(0, run.marks.plain.length - 1) : 0;
  const epoch = isRunning ? last : Math.min(state.epoch.value, last);
  const depthDial = {
    get value() {
      return state.depth.value;
    },
    set value(depth: number) {
      state.depth.value = nearestDepth(depth);
    },
    peek: () => state.depth.peek(),
  };
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="DepthRace"
      size="wide"
      title={text.title}
      summary={text.summary}
      reading={readingOf(run, isRunning, text)}
      tableCaption={text.tableCaption}
      table={() => ({ columns: text.table, rows: run ? rowsOf(run, text) : [] })}
      controls={
        <>
          <div class="figure-sliders">
            <Slider
              lang={lang}
              value={depthDial}
              min={8}
              max={44}
              step={6}
              label={text.depth}
              disabled={isRunning}
            />
            <Slider
              lang={lang}
              value={state.rate}
              min={0.003}
              max={0.2}
              scale="log"
              symbol="η"
              identifier="learningRate"
              label={text.rate}
              disabled={isRunning}
            />
            <Slider
              lang={lang}
              value={state.epoch}
              min={0}
              max={EPOCHS}
              step={1}
              label={text.epoch}
              disabled={isRunning}
            />
          </div>
          {isRunning ? (
            <Button primary onPress={race.stop}>
              {text.stop}
            </Button>
          ) : (
            <Button primary onPress={() => race.start(settings)}>
              {text.train}
            </Button>
          )}
          <Button
            disabled={isRunning}
            onPress={() => (state.seed.value = (state.seed.value % 999) + 1)}
          >
            {text.another}
          </Button>
          <Status race={race} depth={settings.depth} text={text} />
        </>
      }
      side={
        <>
          <div>
            <NormCurves run={run} epoch={epoch} id={`${id}-norms`} text={text} />
            <p class="resnet-note">{epoch > 0 && text.normsStart}</p>
          </div>
          <DepthCurve depth={(run?.settings ?? settings).depth} run={run} text={text} />
        </>
      }
    >
      <ErrorCurves run={run} id={`${id}-errors`} text={text} />
      <Legend text={text} />
      <p class="resnet-note">{run && (isOwn ? text.own : text.shipped)}</p>
    </Figure>
  );
}

/** What training costs, or how far it is. */
function Status({ race, depth, text }: { race: Race; depth: number; text: DepthRaceText }) {
  const progress = race.progress.value;
  const cost = race.cost.value;
  let line: string;
  if (race.problem.value) line = text.failed(race.problem.value);
  else if (progress)
    line = Number.isFinite(progress.left)
      ? text.left((100 * progress.share).toFixed(0), Math.ceil(progress.left).toFixed(0))
      : text.starting;
  else if (cost) {
    // The work grows with the depth; a new measurement follows each turn of the dial.
    const seconds = (cost.seconds * depth) / cost.depth;
    line = text.cost(depth, seconds < 3 ? seconds.toFixed(1) : seconds.toFixed(0));
  } else line = text.measuring;
  return (
    <p class="resnet-note" data-status>
      {line} {race.isSlow.value && text.slow}
    </p>
  );
}

function readingOf(run: Run | undefined, isRunning: boolean, text: DepthRaceText): string {
  if (!run) return text.unknown;
  const [plain, residual] = KINDS.map((kind) => run.marks[kind].at(-1));
  if (!plain || !residual) return text.starting;
  const errors = [percent(plain.train), percent(residual.train)] as const;
  if (isRunning) return text.running(Math.max(1, plain.epoch), ...errors);
  const { depth } = run.settings;
  if (!isWhole(run)) return text.partial(residual.epoch, depth, ...errors);
  return text.reading(depth, ...errors, percent(plain.test), percent(residual.test));
}

const rowsOf = ({ marks }: Run, text: DepthRaceText) =>
  KINDS.flatMap((kind) =>
    marks[kind].map(({ epoch, train, test, norms }) => [
      text[kind],
      epoch,
      `${percent(train)} %`,
      `${percent(test)} %`,
      plainNumber(norms[0]!, 2),
      plainNumber(norms.at(-1)!, 2),
    ]),
  );
