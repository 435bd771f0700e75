// A boundary placed by hand between two species of penguins, and scored.
import { useSignal } from '@preact/signals';
import { Button, Choice, Toggle } from '../frame/choices.tsx';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Handle } from '../frame/handle.tsx';
import { Area, Arrow, Clip, Line } from '../frame/marks.tsx';
import { PlaneView, type Plane } from '../frame/plane.tsx';
import { halfPlaneInBox, lineInBox, within } from '../frame/plane-scale.ts';
import { fixedNumber, plainNumber } from '../frame/slider-scale.ts';
import { Slider } from '../frame/slider.tsx';
import { useFigure } from '../frame/use-figure.ts';
import { axisProps } from './axes.ts';
import { byHandText } from './BoundaryByHand.text.ts';
import { directionTo, gapOf, handFields, limitsOf, pairNames, weightsOf } from './hand-line.ts';
import { isMistake, scoreOf, type Weights } from './perceptron.ts';
import { speciesNames, trainerText } from './PerceptronTrainer.text.ts';
import { presetOf, type Preset } from './presets.ts';
import { birdSize } from './trainer-picture.tsx';
import './perceptron.css';

interface Props {
  readonly lang: Lang;
  readonly id?: string;
}

/** Length of the arrow w, in standard units. */
const ARROW = 1.1;

/** Which way an arrow key turns w: up and left against the clock. */
const TURNS: Record<string, number> = { ArrowUp: 1, ArrowLeft: 1, ArrowDown: -1, ArrowRight: -1 };

/** Tells exercises: preset, x, y, angle (of w, in degrees), wrong, fewest, gap (0 when any is wrong), w1, w2, b. */
export function BoundaryByHand({ lang, id = 'boundary-by-hand' }: Props) {
  const text = byHandText[lang];
  const figure = useFigure(id, handFields, {
    values: ({ preset, x, y, angle }) => {
      const [w1, w2, b] = weightsOf(x.value, y.value, angle.value);
      const { samples } = presetOf(preset.value);
      const wrong = samples.filter((sample) => isMistake([w1, w2, b], sample)).length;
      const gap = gapOf([w1, w2, b], samples) ?? 0;
      return { w1, w2, b, wrong, gap, fewest: limitsOf(preset.value).fewest };
    },
  });
  const { preset: name, x, y, angle } = figure.state;
  const isMachineShown = useSignal(false);
  const preset = presetOf(name.value);
  const { samples } = preset;
  const weights = weightsOf(x.value, y.value, angle.value);
  const wrong = samples.flatMap((sample, i) => (isMistake(weights, sample) ? [i] : []));
  const gap = gapOf(weights, samples);
  const { fewest, widest, machine } = limitsOf(name.value);
  const [w1, w2, b] = weights;

  // Changing b alone shifts the knob along w.
  const bias = {
    get value() {
      return weightsOf(x.value, y.value, angle.value)[2];
    },
    set value(next: number) {
      const by = weightsOf(x.peek(), y.peek(), angle.peek())[2] - next;
      x.value = within(x.peek() + by * w1, [-3, 3]);
      y.value = within(y.peek() + by * w2, [-3, 3]);
    },
    peek: () => weightsOf(x.peek(), y.peek(), angle.peek())[2],
  };
  const reading =
    gap !== undefined
      ? text.clean(samples.length, fixedNumber(gap), fixedNumber(widest ?? 0))
      : wrong.length > samples.length / 2
        ? text.flipped(wrong.length, samples.length)
        : text.reading(wrong.length, samples.length, fewest);

  return (
    <Figure
      figure={figure}
      lang={lang}
      component="BoundaryByHand"
      title={text.title}
      summary={text.summary}
      reading={reading}
      keys={text.keys}
      tableCaption={text.caption}
      table={() => tableOf(preset, wrong, weights, lang)}
      controls={
        <>
          <Choice
            label={text.data}
            value={name}
            options={pairNames.map((value) => ({ value, label: text.pairs[value] }))}
          />
          <Button onPress={() => (angle.value = (angle.value + 180) % 360)}>{text.flip}</Button>
          <Toggle value={isMachineShown} label={text.machine} />
          <div class="figure-sliders">
            <Slider
              lang={lang}
              value={angle}
              min={0}
              max={360}
              step={1}
              symbol="w"
              identifier="w"
              label={text.angle}
            />
            <Slider
              lang={lang}
              value={bias}
              min={-3}
              max={3}
              step={0.01}
              symbol="b"
              identifier="b"
              label={text.bias}
              format={(value) => fixedNumber(value)}
            />
          </div>
        </>
      }
    >
      <dl class="trainer-count by-hand-count">
        <Entry name={text.wrong} value={String(wrong.length)} class="q-loss" />
        <Entry name={text.fewest} value={String(fewest)} />
        {widest !== undefined && (
          <>
            <Entry name={text.gap} value={gap === undefined ? '–' : fixedNumber(gap)} />
            <Entry name={text.widest} value={fixedNumber(widest)} />
          </>
        )}
        <Entry name={text.equation} value={equation(weights)} class="q-weight by-hand-equation" />
      </dl>
      <p class="trainer-legend">{legend(preset, lang)}</p>
      <PlaneView
        label={text.picture}
        x={preset.x}
        y={preset.y}
        isInteractive
        {...axisProps(preset, lang)}
      >
        {(plane) => (
          <>
            <Clip plane={plane} id={`${id}-clip`}>
              <Area
                plane={plane}
                points={halfPlaneInBox(w1, w2, b, preset.x, preset.y)}
                class="trainer-side"
              />
              {isMachineShown.value ? (
                <WholeLine plane={plane} weights={machine} class="by-hand-machine" />
              ) : null}
              <WholeLine plane={plane} weights={weights} class="q-weight" />
            </Clip>
            <Birds plane={plane} preset={preset} wrong={wrong} />
            <Arrow
              plane={plane}
              from={[x.value, y.value]}
              to={[x.value + ARROW * w1, y.value + ARROW * w2]}
              class="q-weight"
              head={13}
            />
            <Handle
              plane={plane}
              x={x.value}
              y={y.value}
              xBounds={[-3, 3]}
              yBounds={[-3, 3]}
              step={0.05}
              label={text.place}
              identifier="b"
              onMove={(toX, toY) => {
                x.value = toX;
                y.value = toY;
              }}
              onReset={figure.reset}
            />
            <g
              onKeyDownCapture={(event) => {
                const by = TURNS[event.key];
                if (by === undefined) return;
                angle.value = (angle.value + (event.shiftKey ? 10 : 1) * by + 360) % 360;
                event.preventDefault();
                event.stopPropagation();
              }}
            >
              <Handle
                plane={plane}
                x={x.value + ARROW * w1}
                y={y.value + ARROW * w2}
                label={text.turn}
                identifier="w"
                valueText={`${plainNumber(angle.value)}°`}
                xBounds={[-9, 9]}
                yBounds={[-9, 9]}
                step={0.05}
                onMove={(toX, toY) => (angle.value = directionTo(x.value, y.value, toX, toY))}
                onReset={figure.reset}
              >
                <text class="by-hand-w q-weight" x={14 * w1} y={-14 * w2} dy="0.35em">
                  w
                </text>
              </Handle>
            </g>
          </>
        )}
      </PlaneView>
    </Figure>
  );
}

function Entry({ name, value, class: look = '' }: { name: string; value: string; class?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class={look}>{value}</dd>
    </div>
  );
}

function WholeLine({
  plane,
  weights,
  class: look,
}: {
  plane: Plane;
  weights: Weights;
  class: string;
}) {
  const line = lineInBox(...weights, plane.x, plane.y);
  return line ? <Line plane={plane} points={line} class={look} /> : null;
}

function Birds({
  plane,
  preset,
  wrong,
}: {
  plane: Plane;
  preset: Preset;
  wrong: readonly number[];
}) {
  const isWrong = new Set(wrong);
  return (
    <g aria-hidden="true" class="by-hand-birds">
      {preset.samples.map(({ x, y, label }, i) => (
        <g key={i} transform={`translate(${plane.toX(x).toFixed(1)} ${plane.toY(y).toFixed(1)})`}>
          {isWrong.has(i) && <circle class="trainer-wrong" r={birdSize(plane) + 3.5} />}
          <circle class={label === 1 ? 'plot-stone' : 'plot-ring'} r={birdSize(plane)} />
        </g>
      ))}
    </g>
  );
}

function equation([w1, w2, b]: Weights): string {
  const signed = (value: number) => `${value < 0 ? '−' : '+'} ${fixedNumber(Math.abs(value))}`;
  return `${fixedNumber(w1)} x₁ ${signed(w2)} x₂ ${signed(b)} = 0`;
}

function legend({ species }: Preset, lang: Lang): string {
  const names: Record<string, string> = speciesNames[lang];
  return trainerText[lang].classes(names[species!.positive]!, names[species!.negative]!);
}

function tableOf(preset: Preset, wrong: readonly number[], weights: Weights, lang: Lang) {
  const text = byHandText[lang];
  const names: Record<string, string> = speciesNames[lang];
  const [across, up] = preset.axes!;
  const rows = wrong.slice(0, 100).map((index) => {
    const { x, y, label } = preset.samples[index]!;
    const name = names[label === 1 ? preset.species!.positive : preset.species!.negative]!;
    return [
      name,
      fixedNumber(across.mean + x * across.deviation, 1),
      fixedNumber(up.mean + y * up.deviation, 1),
      fixedNumber(scoreOf(weights, x, y)),
    ];
  });
  return { columns: text.columns, rows, more: wrong.length ? undefined : text.none };
}
