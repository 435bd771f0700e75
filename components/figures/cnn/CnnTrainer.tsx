// A convolutional network at work on one picture, and trained in the page on real ones.
import { signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { packWeights } from '../../../src/engine/train/worker.ts';
import { Button, Choice, Stepper } from '../frame/choices.tsx';
import { number, oneOf } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Line } from '../frame/marks.tsx';
import { PlaneView } from '../frame/plane.tsx';
import { fixedNumber } from '../frame/slider-scale.ts';
import { Slider } from '../frame/slider.tsx';
import { useFigure } from '../frame/use-figure.ts';
import { inkAddress } from '../pictures/pixels.ts';
import { readPicture } from '../pictures/own-picture.ts';
import { cnnTrainerText, type CnnTrainerText } from './CnnTrainer.text.ts';
import { ConfusionView } from './confusion-view.tsx';
import { DrawPad } from './draw-pad.tsx';
import { STEPS_AN_EPOCH, testAccuracy } from './job.ts';
import { LookView } from './look-view.tsx';
import { buildNet, choiceOf, countParameters, lookInside, netFrom, type NetChoice } from './net.ts';
import { samples, trainedNet, trainedPredictions, TRAINED_CHOICE } from './trained.ts';
import { useTraining, type Training } from './use-training.ts';
import './cnn.css';

const fields = {
  sample: number(6, { min: 0, max: 9, integer: true }),
  filters: oneOf(['4', '8', '16'], '8'),
  kernel: oneOf(['3', '5'], '3'),
  learningRate: number(0.05, { min: 0.001, max: 0.5 }),
  epochs: number(2, { min: 1, max: 5, integer: true }),
};

/** The net of this moment: its weights, and its answers for the test pictures if they are known. */
interface Present {
  readonly net: ReturnType<typeof buildNet>;
  readonly choice: NetChoice;
  readonly predictions?: Uint8Array;
}

const atStart = (): Present => ({
  net: trainedNet(),
  choice: TRAINED_CHOICE,
  predictions: trainedPredictions,
});

export function CnnTrainer({ lang, id = 'cnn-trainer' }: { lang: Lang; id?: string }) {
  const text = cnnTrainerText[lang];
  const present = useMemo(() => signal<Present>(atStart()), []);
  const own = useMemo(() => signal<Float32Array | undefined>(undefined), []);
  const note = useMemo(() => signal(''), []);
  const figure = useFigure(id, fields, {
    values: () => ({
      accuracy: present.value.predictions ? testAccuracy(present.value.predictions) : 0,
    }),
    onReset: () => {
      training.stop();
      present.value = atStart();
      own.value = undefined;
      note.value = '';
    },
  });
  const { state } = figure;
  const chosen = { filters: Number(state.filters.value), kernel: Number(state.kernel.value) };
  const running = useRef(chosen);
  const training = useTraining(({ weights, predictions }) => {
    const choice = running.current;
    present.value = {
      net: netFrom(weights),
      choice,
      ...(predictions && { predictions }),
    };
  });
  useEffect(() => {
    if (figure.isLive.value) training.measure(chosen);
  }, [figure.isLive.value, chosen.filters, chosen.kernel]);
  const picture = own.value ?? samples[state.sample.value]!;
  const { net, predictions } = present.value;
  const look = useMemo(() => lookInside(net, picture), [net, picture]);
  const best = look.probabilities.indexOf(Math.max(...look.probabilities));
  const percent = `${(100 * look.probabilities[best]!).toFixed(0)} %`;
  const name = text.classes[best]!;
  const begin = (goOn: boolean) => {
    const choice = goOn ? present.value.choice : chosen;
    running.current = choice;
    note.value = '';
    training.start({
      ...choice,
      learningRate: state.learningRate.value,
      epochs: state.epochs.value,
      seed: 1,
      ...(goOn && { weights: packWeights(present.value.net) }),
    });
  };
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="CnnTrainer"
      title={text.title}
      summary={text.summary}
      size="wide"
      reading={
        predictions
          ? text.reading(name, percent, `${(100 * testAccuracy(predictions)).toFixed(1)} %`)
          : text.readingUntested(name, percent)
      }
      table={() => ({
        columns: text.table,
        rows: look.probabilities.map((p, i) => [text.classes[i]!, fixedNumber(p, 4)]),
      })}
      controls={
        <>
          <Choice
            value={state.filters}
            label={text.filtersWord}
            options={['4', '8', '16'].map((value) => ({ value: value as '4', label: value }))}
          />
          <Choice
            value={state.kernel}
            symbol="K"
            label={text.kernelWord}
            options={['3', '5'].map((value) => ({
              value: value as '3',
              label: `${value} × ${value}`,
            }))}
          />
          <Slider
            lang={lang}
            value={state.learningRate}
            min={0.001}
            max={0.5}
            scale="log"
            symbol="η"
            label={text.rate}
            identifier="learningRate"
          />
          <Stepper lang={lang} value={state.epochs} min={1} max={5} label={text.epochs} />
          {training.isRunning.value ? (
            <Button primary onPress={training.stop}>
              {text.stop}
            </Button>
          ) : (
            <>
              <Button primary onPress={() => begin(false)}>
                {text.train}
              </Button>
              <Button onPress={() => begin(true)}>{text.goOn}</Button>
            </>
          )}
          <Weights text={text} present={present} note={note} />
          <Status text={text} training={training} choice={chosen} epochs={state.epochs.value} />
        </>
      }
    >
      <div class="cnn">
        <div class="cnn-input">
          <p class="cnn-label">{text.picture}</p>
          <DrawPad
            text={text}
            values={picture}
            onChange={(values) => {
              own.value = values;
            }}
          />
          <div class="cnn-samples" role="group" aria-label={text.choose}>
            {samples.map((values, i) => (
              <button
                key={i}
                type="button"
                aria-label={text.classes[i]}
                aria-pressed={!own.value && state.sample.value === i}
                onClick={() => {
                  own.value = undefined;
                  state.sample.value = i;
                }}
              >
                <img class="cnn-ink" src={inkAddress({ width: 28, height: 28, values })} alt="" />
              </button>
            ))}
          </div>
          <div class="cnn-own">
            <button
              type="button"
              class="figure-button"
              onClick={() => (own.value = new Float32Array(784))}
            >
              {text.clear}
            </button>
            <FileButton
              label={text.file}
              accept="image/*"
              onFile={async (file) => {
                try {
                  own.value = Float32Array.from((await readPicture(file, 28)).values);
                  note.value = text.stays;
                } catch {
                  note.value = text.broken;
                }
              }}
            />
          </div>
        </div>
        <LookView look={look} text={text} />
      </div>
      {training.curve.value.length > 1 && <LossCurve text={text} training={training} />}
      {predictions && <ConfusionView text={text} predictions={predictions} />}
    </Figure>
  );
}

interface WeightsProps {
  readonly text: CnnTrainerText;
  readonly present: { value: Present };
  readonly note: { value: string };
}

/** Weights go out and come in as a safetensors file. */
function Weights({ text, present, note }: WeightsProps) {
  const save = () => {
    const bytes = packWeights(present.value.net);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([bytes]));
    link.download = 'downhill-cnn.safetensors';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  return (
    <>
      <Button onPress={save}>{text.save}</Button>
      <FileButton
        label={text.load}
        accept=".safetensors"
        onFile={async (file) => {
          try {
            const bytes = new Uint8Array(await file.arrayBuffer());
            present.value = { net: netFrom(bytes), choice: choiceOf(bytes) };
            note.value = text.loaded;
          } catch {
            note.value = text.notLoaded;
          }
        }}
      />
      <p class="cnn-note" role="status">
        {note.value}
      </p>
    </>
  );
}

interface FileProps {
  readonly label: string;
  readonly accept: string;
  readonly onFile: (file: File) => Promise<void>;
}

function FileButton({ label, accept, onFile }: FileProps) {
  return (
    <label class="cnn-file">
      <span class="figure-button">{label}</span>
      <input
        type="file"
        accept={accept}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) void onFile(file).then(() => (input.value = ''));
        }}
      />
    </label>
  );
}

interface StatusProps {
  readonly text: CnnTrainerText;
  readonly training: Training;
  readonly choice: NetChoice;
  readonly epochs: number;
}

/** What training costs, or how far it is. */
function Status({ text, training, choice, epochs }: StatusProps) {
  const report = training.report.value;
  const parameters = useMemo(
    () => countParameters(buildNet(choice)),
    [choice.filters, choice.kernel],
  );
  let line: string;
  if (training.problem.value) line = text.failed(training.problem.value);
  else if (training.isRunning.value && !report) line = text.waiting;
  else if (training.isRunning.value && report) {
    const left = (report.seconds / report.step) * (report.steps - report.step);
    line = text.running(
      Math.min(epochs, Math.floor((report.step - 1) / STEPS_AN_EPOCH) + 1),
      report.steps / STEPS_AN_EPOCH,
      fixedNumber(report.loss),
      left.toFixed(0),
    );
  } else {
    const seconds = training.secondsAnEpoch.value;
    line =
      seconds === undefined
        ? text.measuring
        : text.cost((seconds * epochs).toFixed(seconds < 3 ? 1 : 0), parameters.toLocaleString());
  }
  return (
    <p class="cnn-note" data-status>
      {line} {training.isSlow.value && text.slow}
    </p>
  );
}

function LossCurve({ text, training }: { text: CnnTrainerText; training: Training }) {
  const curve = training.curve.value;
  const steps = training.report.value?.steps ?? 1;
  const most = Math.max(1, ...curve.map(([, loss]) => loss));
  return (
    <PlaneView
      label={text.loss}
      x={[0, steps]}
      y={[0, Math.min(3, most * 1.05)]}
      xLabel={text.step}
      yLabel={text.loss}
      aspect={3.2}
    >
      {(plane) => <Line plane={plane} points={curve} class="q-loss" />}
    </PlaneView>
  );
}
