// Two trained networks of equal size, and pictures that are not where they were in training.
import { useMemo } from 'preact/hooks';
import { noGrad, tensor, type nn } from '../../../src/engine/index.ts';
import { number } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Line } from '../frame/marks.tsx';
import { PlaneView } from '../frame/plane.tsx';
import { Slider } from '../frame/slider.tsx';
import { useFigure } from '../frame/use-figure.ts';
import { inkAddress } from '../pictures/pixels.ts';
import { cnnTrainerText } from './CnnTrainer.text.ts';
import { buildDense } from './dense-net.ts';
import { fillHalf } from './half.ts';
import { atShift, denseWeights } from './shifted.generated.ts';
import { shiftedPicturesText } from './ShiftedPictures.text.ts';
import { bytesOf, samples, trainedNet } from './trained.ts';
import './cnn.css';

const SIDE = 28;
const fields = {
  sample: number(1, { min: 0, max: 9, integer: true }),
  shift: number(2, { min: -6, max: 6, integer: true }),
};

export function ShiftedPictures({ lang, id = 'shifted-pictures' }: { lang: Lang; id?: string }) {
  const text = shiftedPicturesText[lang];
  const names = cnnTrainerText[lang].classes;
  const figure = useFigure(id, fields, {
    values: ({ shift: { value } }) => {
      const [, cnn, dense] = atShift.find(([at]) => at === value)!;
      return { cnn, dense };
    },
  });
  const { state } = figure;
  const networks = useMemo(
    () => ({
      cnn: trainedNet(),
      dense: fillHalf(buildDense(), new Uint16Array(bytesOf(denseWeights).buffer)),
    }),
    [],
  );
  const shift = state.shift.value;
  const picture = moved(samples[state.sample.value]!, shift);
  const [, cnn, dense] = atShift.find(([at]) => at === shift)!;
  const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
  const answer = (network: nn.Module, name: string) => {
    const probabilities = classify(network, picture);
    const best = probabilities.indexOf(Math.max(...probabilities));
    return text.says(name, names[best]!, percent(probabilities[best]!));
  };
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="ShiftedPictures"
      title={text.title}
      summary={text.summary}
      reading={text.reading(shift, percent(cnn), percent(dense))}
      table={() => ({
        columns: text.table,
        rows: atShift.map(([at, c, d]) => [at, percent(c), percent(d)]),
      })}
      controls={
        <Slider lang={lang} value={state.shift} min={-6} max={6} step={1} label={text.shift} />
      }
    >
      <div class="cnn">
        <div>
          <img
            class="cnn-map cnn-ink cnn-moved"
            src={inkAddress({ width: SIDE, height: SIDE, values: picture })}
            alt={`${names[state.sample.value]}`}
          />
          <p class="cnn-said">{answer(networks.cnn, text.cnn)}</p>
          <p class="cnn-said">{answer(networks.dense, text.dense)}</p>
          <div class="cnn-samples" role="group" aria-label={text.choose}>
            {samples.map((values, i) => (
              <button
                key={i}
                type="button"
                aria-label={names[i]}
                aria-pressed={state.sample.value === i}
                onClick={() => (state.sample.value = i)}
              >
                <img
                  class="cnn-ink"
                  src={inkAddress({ width: SIDE, height: SIDE, values })}
                  alt=""
                />
              </button>
            ))}
          </div>
        </div>
        <PlaneView
          label={text.accuracy}
          x={[-6, 6]}
          y={[0, 1]}
          xLabel={text.shift}
          yLabel={text.accuracy}
          aspect={1.5}
        >
          {(plane) => (
            <>
              <Line
                plane={plane}
                points={[
                  [shift, 0],
                  [shift, 1],
                ]}
                class="cnn-now"
              />
              <Line plane={plane} points={atShift.map(([at, c]) => [at, c])} class="q-activation" />
              <Line
                plane={plane}
                points={atShift.map(([at, , d]) => [at, d])}
                class="q-weight cnn-dashed"
              />
              <text class="cnn-name q-activation" x={plane.toX(1.4)} y={plane.toY(0.88)}>
                {text.cnn}
              </text>
              <text
                class="cnn-name q-weight"
                x={plane.toX(1.5)}
                y={plane.toY(0.4)}
                text-anchor="end"
              >
                {text.dense}
              </text>
            </>
          )}
        </PlaneView>
      </div>
    </Figure>
  );
}

/** The picture `by` pixels to the right; blank paper comes in. */
export function moved(values: Float32Array, by: number): Float32Array {
  return Float32Array.from(values, (_, at) => {
    const column = (at % SIDE) - by;
    return column < 0 || column >= SIDE ? 0 : values[at - by]!;
  });
}

function classify(network: nn.Module, picture: Float32Array): number[] {
  return noGrad(() => [
    ...network.forward(tensor(picture, { shape: [1, 1, SIDE, SIDE] })).softmax(1).data,
  ]);
}
