// A convolutional network at work on one picture, and trained in the page on real ones.
import { batch, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Button, Stepper } from '../frame/choices.tsx';
import { number } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { fixedNumber } from '../frame/slider-scale.ts';
import { Slider } from '../frame/slider.tsx';
import { useFigure } from '../frame/use-figure.ts';
import { onPaper, readPicture } from '../pictures/own-picture.ts';
import { inkAddress } from '../pictures/pixels.ts';
import { cnnTrainerText } from './CnnTrainer.text.ts';
import { ConfusionView } from './confusion-view.tsx';
import { DrawPad } from './draw-pad.tsx';
import { testAccuracy } from './job.ts';
import {
  blocksOf,
  HIDDEN,
  LayerControls,
  layersField,
  nearest,
  rowsOf,
} from './layer-controls.tsx';
import { LookView } from './look-view.tsx';
import { lookInside } from './look.ts';
import { packNet, unpackNet, USUAL, type NetChoice } from './net.ts';
import { samples, trainedNet, trainedPredictions } from './trained.ts';
import { Curves, Status } from './training-view.tsx';
import { useTraining } from './use-training.ts';
import { FileButton, Weights } from './weights-buttons.tsx';
import './cnn.css';

const fields = {
  sample: number(6, { min: 0, max: 9, integer: true }),
  layers: layersField,
  hidden: number(0, { min: 0, max: 128, integer: true }),
  learningRate: number(0.05, { min: 0.001, max: 0.5 }),
  epochs: number(2, { min: 1, max: 5, integer: true }),
};

/** The net of this moment: its weights, and the answers it last gave for the test pictures. */
interface Present {
  readonly net: ReturnType<typeof trainedNet>;
  readonly choice: NetChoice;
  readonly predictions?: Uint8Array;
  /** The weights have changed since. */
  readonly isStale?: boolean;
}

const atStart = (): Present => ({
  net: trainedNet(),
  choice: USUAL,
  predictions: trainedPredictions,
});

const isSame = (a: NetChoice, b: NetChoice) => JSON.stringify(a) === JSON.stringify(b);

export function CnnTrainer({ lang, id = 'cnn-trainer' }: { lang: Lang; id?: string }) {
  const text = cnnTrainerText[lang];
  const present = useMemo(() => signal<Present>(atStart()), []);
  const own = useMemo(() => signal<Float32Array | undefined>(undefined), []);
  const note = useMemo(() => signal(''), []);
  const figure = useFigure(id, fields, {
    values: () => {
      const { predictions, isStale } = present.value;
      return { accuracy: predictions && !isStale ? testAccuracy(predictions) : 0 };
    },
    onReset: () => {
      training.clear();
      present.value = atStart();
      own.value = undefined;
      note.value = '';
    },
  });
  const { state } = figure;
  const rowsNow = state.layers.value;
  const hiddenNow = state.hidden.value;
  const chosen = useMemo<NetChoice>(
    () => ({ blocks: blocksOf(rowsNow), hidden: nearest(HIDDEN, hiddenNow) }),
    [rowsNow, hiddenNow],
  );
  const training = useTraining(({ weights, predictions }, choice) => {
    const known = predictions ?? present.value.predictions;
    present.value = {
      net: unpackNet(weights).net,
      choice,
      isStale: !predictions,
      ...(known && { predictions: known }),
    };
  });
  const isRunning = training.isRunning.value;
  useEffect(() => {
    if (figure.isLive.value && !isRunning) training.measure(chosen);
  }, [figure.isLive.value, chosen, isRunning]);
  const picture = own.value ?? samples[state.sample.value]!;
  const { net, choice, predictions, isStale } = present.value;
  const look = useMemo(() => lookInside(net, picture), [net, picture]);
  const best = Math.max(0, look.probabilities.indexOf(Math.max(...look.probabilities)));
  const percent = `${(100 * look.probabilities[best]!).toFixed(0)} %`;
  const name = text.classes[best]!;
  const begin = (goOn: boolean) => {
    note.value = '';
    training.start({
      net: goOn ? choice : chosen,
      learningRate: state.learningRate.value,
      epochs: state.epochs.value,
      seed: 1,
      ...(goOn && { weights: packNet(net, choice) }),
    });
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    try {
      const { picture: taken, isTurned } = onPaper(await readPicture(file, 28));
      own.value = Float32Array.from(taken.values);
      note.value = isTurned ? text.turned : text.stays;
    } catch {
      note.value = text.broken;
    }
  };
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="CnnTrainer"
      title={text.title}
      summary={text.summary}
      keys={text.keys}
      size="wide"
      reading={
        predictions && !isStale
          ? text.reading(name, percent, `${(100 * testAccuracy(predictions)).toFixed(1)} %`)
          : text.readingUntested(name, percent)
      }
      table={() => ({
        columns: text.table,
        rows: look.probabilities.map((p, i) => [text.classes[i]!, fixedNumber(p, 4)]),
      })}
      controls={
        <>
          <LayerControls
            text={text}
            layers={state.layers}
            hidden={state.hidden}
            disabled={isRunning}
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
          <Status
            lang={lang}
            text={text}
            training={training}
            choice={chosen}
            epochs={state.epochs.value}
          />
          <div class="cnn-buttons">
            {isRunning ? (
              <Button primary onPress={training.stop}>
                {text.stop}
              </Button>
            ) : (
              <>
                {training.isPaused.value && (
                  <Button primary onPress={training.resume}>
                    {text.resume}
                  </Button>
                )}
                <Button primary={!training.isPaused.value} onPress={() => begin(false)}>
                  {text.train}
                </Button>
                {isSame(chosen, choice) && !training.isPaused.value && (
                  <Button onPress={() => begin(true)}>{text.goOn}</Button>
                )}
              </>
            )}
            <Weights
              text={text}
              net={net}
              choice={choice}
              disabled={isRunning}
              onNote={(words) => (note.value = words)}
              onLoad={(loaded) =>
                batch(() => {
                  training.clear();
                  present.value = loaded;
                  state.layers.value = rowsOf(loaded.choice.blocks);
                  state.hidden.value = loaded.choice.hidden;
                })
              }
            />
          </div>
          <p class="cnn-note" role="status" data-note>
            {note.value}
          </p>
          {training.curve.value.length > 1 && <Curves text={text} training={training} />}
          {predictions && (
            <ConfusionView text={text} predictions={predictions} isStale={isStale ?? false} />
          )}
        </>
      }
    >
      <div
        class="cnn"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take(event.dataTransfer?.files[0]);
        }}
      >
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
            <FileButton label={text.file} accept="image/*" onFile={take} />
          </div>
        </div>
        <LookView look={look} text={text} />
      </div>
    </Figure>
  );
}
