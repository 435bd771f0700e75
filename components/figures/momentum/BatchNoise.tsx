// The cloud of mini-batch gradients around the full gradient, and how it shrinks as the batch grows.
import { useMemo } from 'preact/hooks';
import { Button, Choice } from '../frame/choices.tsx';
import { number, oneOf } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Arrow, Clip, Line } from '../frame/marks.tsx';
import { PlaneView } from '../frame/plane.tsx';
import { Slider } from '../frame/slider.tsx';
import { fixedNumber, plainNumber } from '../frame/slider-scale.ts';
import { useFigure } from '../frame/use-figure.ts';
import {
  batchGradients,
  expectedNoise,
  meanOf,
  measuredNoise,
  sampleGradients,
  spread,
  type Pair,
} from './batch-noise.ts';
import { noiseText } from './BatchNoise.text.ts';
import { bestLine, inputs, targets } from './temperature.ts';
import './momentum.css';

const SAMPLES = inputs.length;
const DRAWN = 120;
const MEASURED = 1000;
const SIZES = [1, 2, 4, 8, 16, 32, 64, 128];
const PLACES = ['start', 'half', 'best'] as const;
type Place = (typeof PLACES)[number];

const fields = {
  batchSize: number(8, { min: 1, max: SAMPLES, integer: true }),
  place: oneOf(PLACES, 'start'),
  seed: number(1, { min: 1, max: 999, integer: true }),
};

const pairs = Object.fromEntries(
  PLACES.map((place, i) => [
    place,
    sampleGradients(inputs, targets, [(bestLine[0] * i) / 2, (bestLine[1] * i) / 2]),
  ]),
) as Record<Place, Pair[]>;

function sceneOf(place: Place, batchSize: number, seed: number) {
  const samples = pairs[place];
  const full = meanOf(samples);
  const batches = batchGradients(samples, batchSize, DRAWN, seed);
  const length = Math.hypot(...full);
  const against = batches.filter(([a, b]) => a * full[0] + b * full[1] < 0).length;
  return {
    full,
    batches,
    length,
    noise: Math.sqrt(measuredNoise(batches, full)),
    uphill: against / DRAWN,
  };
}

interface Props {
  readonly lang: Lang;
  readonly id?: string;
  readonly start?: Readonly<Record<string, unknown>>;
}

export function BatchNoise({ lang, id = 'batch-noise', start }: Props) {
  const text = noiseText[lang];
  const figure = useFigure(id, fields, {
    start,
    values: ({ place, batchSize, seed }) => {
      const { noise, uphill } = sceneOf(place.value, batchSize.value, seed.value);
      return { noise, uphill };
    },
  });
  const { place, batchSize, seed } = figure.state;
  const scene = useMemo(
    () => sceneOf(place.value, batchSize.value, seed.value),
    [place.value, batchSize.value, seed.value],
  );
  const law = useMemo(() => lawOf(place.value, seed.value), [place.value, seed.value]);
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="BatchNoise"
      title={text.title}
      reading={readingOf(scene, batchSize.value, text)}
      summary={text.summary}
      tableCaption={text.tableCaption}
      table={() => ({
        columns: text.columns,
        rows: law.map(({ size, measured, expected, simple }) => [
          size,
          plainNumber(measured),
          plainNumber(expected),
          plainNumber(simple),
        ]),
      })}
      size="wide"
      controls={
        <>
          <Slider
            lang={lang}
            value={batchSize}
            label={text.batchSize}
            symbol="B"
            identifier="batchSize"
            min={1}
            max={SAMPLES}
            scale="log"
            format={(value) => String(Math.round(value))}
            onChange={(value) => (batchSize.value = Math.round(value))}
          />
          <Choice
            value={place}
            label={text.place}
            options={PLACES.map((value) => ({ value, label: text.places[value] }))}
          />
          <Button onPress={() => (seed.value = (seed.value % 999) + 1)}>{text.seed}</Button>
        </>
      }
      side={
        <PlaneView
          label={text.sidePicture}
          x={[1, 144]}
          y={[1e-4, 2]}
          xScale="log"
          yScale="log"
          xTicks={[1, 4, 16, 64]}
          xLabel={text.sizeAxis}
          yLabel={text.noiseAxis}
          aspect={1}
          assumedWidth={320}
          margin={{ left: 52 }}
        >
          {(plane) => (
            <Clip plane={plane} id={`${id}-law`}>
              <Line
                plane={plane}
                class="mo-border"
                points={law.map(({ size, simple }) => [size, simple])}
              />
              <g>
                {law.map(({ size, measured }) => (
                  <circle
                    key={size}
                    class="plot-dot q-gradient"
                    cx={plane.toX(size)}
                    cy={plane.toY(measured)}
                    r={3.5}
                  />
                ))}
              </g>
              <text class="mo-border-name" x={plane.toX(1.3)} y={plane.toY(2 * law[0].simple)}>
                {text.law}
              </text>
            </Clip>
          )}
        </PlaneView>
      }
    >
      <PlaneView
        label={text.picture}
        x={[-2.2, 1.4]}
        y={[-1.4, 1.4]}
        xLabel={text.wAxis}
        yLabel={text.bAxis}
        aspect={1.3}
      >
        {(plane) => (
          <>
            <Clip plane={plane} id={`${id}-clip`}>
              <g class="mo-cloud">
                {scene.batches.map(([a, b], i) => (
                  <circle key={i} cx={plane.toX(a)} cy={plane.toY(b)} r={3} />
                ))}
              </g>
            </Clip>
            <Arrow
              plane={plane}
              from={[0, 0]}
              to={scene.full}
              class="q-gradient mo-true"
              head={13}
            />
          </>
        )}
      </PlaneView>
    </Figure>
  );
}

/** Noise measured on many batches of each size, beside the two formulas. */
function lawOf(place: Place, seed: number) {
  const samples = pairs[place];
  const full = meanOf(samples);
  const variance = spread(samples);
  return SIZES.map((size) => ({
    size,
    measured: measuredNoise(batchGradients(samples, size, MEASURED, seed), full),
    expected: expectedNoise(variance, size, SAMPLES),
    simple: variance / size,
  }));
}

function readingOf(
  { length, noise, uphill }: ReturnType<typeof sceneOf>,
  batchSize: number,
  text: (typeof noiseText)['en'],
): string {
  if (batchSize >= SAMPLES) return text.readingFull;
  if (length < 1e-9) return text.readingBest(batchSize, plainNumber(noise, 2));
  const said = text.reading(batchSize, plainNumber(noise, 2), plainNumber(noise / length, 2));
  return uphill > 0 ? said + text.uphill(`${fixedNumber(100 * uphill, 1)} %`) : said;
}
