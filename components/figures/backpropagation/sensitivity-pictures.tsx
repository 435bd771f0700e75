// The three pictures of the sensitivity figure: the bars, the loss along one number, the map of the penguins.
import { Handle } from '../frame/handle.tsx';
import { beginDrag, pointed } from '../frame/drag.ts';
import { Clip, Line } from '../frame/marks.tsx';
import { PlaneView, type Plane } from '../frame/plane.tsx';
import { plainNumber } from '../frame/slider-scale.ts';
import { parameterName, penguinParameters, penguins } from './penguins.ts';
import type { sensitivityText } from './SensitivityBars.text.ts';

type Text = (typeof sensitivityText)['en' | 'zh'];

interface BarsProps {
  readonly text: Text;
  readonly slopes: readonly number[];
  readonly means: readonly number[] | undefined;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

const COUNT = penguinParameters.length;
const groupOf = (index: number): string => parameterName(index).slice(0, 2);
const groups = [...new Set(penguinParameters.map((_, i) => groupOf(i)))].map((name) => {
  const members = penguinParameters.map((_, i) => i).filter((i) => groupOf(i) === name);
  return { name, first: members[0]!, last: members.at(-1)! };
});

/** The axis is never finer than this: slopes that shrink with training should be seen to shrink. */
const FINEST = 0.5;

/** A limit for the axis that does not jump with every sample: 1, 2 or 5 times a power of ten. */
export function roundLimit(size: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(size, 1e-9)));
  return [1, 2, 5, 10].map((step) => step * power).find((limit) => limit >= size)!;
}

export function SlopeBars({ text, slopes, means, chosen, onChoose }: BarsProps) {
  const largest = Math.max(...slopes.map(Math.abs), ...(means ?? []).map(Math.abs));
  const top = Math.max(FINEST, roundLimit(largest));
  const within = (index: number) => Math.min(COUNT - 1, Math.max(0, Math.round(index)));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (by === undefined) return;
    onChoose(within(chosen + by));
    event.preventDefault();
  };
  return (
    <PlaneView
      class="bp-bars"
      label={text.bars}
      x={[-0.6, COUNT - 0.4]}
      y={[-top, top]}
      xTicks={[]}
      yLabel={text.barsAxis}
      margin={{ bottom: 30 }}
      aspect={1.25}
      isInteractive
    >
      {(plane) => (
        <g
          role="slider"
          tabindex={0}
          class="bp-chooser"
          aria-label={text.chooser}
          aria-valuemin={1}
          aria-valuemax={COUNT}
          aria-valuenow={chosen + 1}
          aria-valuetext={`${parameterName(chosen)}: ${plainNumber(slopes[chosen]!)}`}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            onChoose(within(pointed(plane, event).x));
            beginDrag(plane, event, [pointed(plane, event).x, 0], {
              onMove: (x) => onChoose(within(x)),
            });
          }}
        >
          <rect
            class="bp-reach"
            x={plane.inner.left}
            y={plane.inner.top}
            width={plane.inner.width}
            height={plane.inner.height}
          />
          {groups.map(({ name, first, last }) => (
            <Group key={name} plane={plane} name={name} first={first} last={last} />
          ))}
          {slopes.map((slope, i) => (
            <Bar key={i} plane={plane} index={i} slope={slope} isChosen={i === chosen} />
          ))}
          {means?.map((slope, i) => (
            <circle key={i} class="bp-ring" cx={plane.toX(i)} cy={plane.toY(slope)} r={3.5} />
          ))}
          <line
            class="plot-axis"
            x1={plane.inner.left}
            x2={plane.inner.left + plane.inner.width}
            y1={plane.toY(0)}
            y2={plane.toY(0)}
          />
          <text
            class="bp-chosen-name"
            x={nameAt(plane, chosen)}
            y={plane.inner.top + 14}
            text-anchor="middle"
          >
            {parameterName(chosen)}
          </text>
        </g>
      )}
    </PlaneView>
  );
}

const nameAt = (plane: Plane, index: number): number =>
  Math.min(
    plane.inner.left + plane.inner.width - 26,
    Math.max(plane.inner.left + 26, plane.toX(index)),
  );

function Bar({
  plane,
  index,
  slope,
  isChosen,
}: {
  plane: Plane;
  index: number;
  slope: number;
  isChosen: boolean;
}) {
  const width = (plane.toX(1) - plane.toX(0)) * 0.7;
  const y = Math.min(plane.toY(slope), plane.toY(0));
  const height = Math.max(1, Math.abs(plane.toY(slope) - plane.toY(0)));
  return (
    <>
      {isChosen && (
        <line
          class="bp-chosen-line"
          x1={plane.toX(index)}
          x2={plane.toX(index)}
          y1={plane.inner.top + 20}
          y2={plane.inner.top + plane.inner.height}
        />
      )}
      <rect
        class={`bp-bar ${isChosen ? 'is-chosen' : ''}`}
        x={plane.toX(index) - width / 2}
        y={y}
        width={width}
        height={height}
        data-bar={index}
      />
    </>
  );
}

const GROUP_NAMES: Readonly<Record<string, readonly [string, string]>> = {
  W1: ['W', '(1)'],
  b1: ['b', '(1)'],
  W2: ['W', '(2)'],
  b2: ['b', '(2)'],
};

function Group({
  plane,
  name,
  first,
  last,
}: {
  plane: Plane;
  name: string;
  first: number;
  last: number;
}) {
  const [letter, layer] = GROUP_NAMES[name]!;
  const bottom = plane.inner.top + plane.inner.height;
  return (
    <g class="bp-group" aria-hidden="true">
      <line
        x1={plane.toX(first - 0.4)}
        x2={plane.toX(last + 0.4)}
        y1={bottom + 6}
        y2={bottom + 6}
      />
      <text x={(plane.toX(first) + plane.toX(last)) / 2} y={bottom + 24} text-anchor="middle">
        <tspan class="bp-letter">{letter}</tspan>
        <tspan class="bp-index" dy="-6">
          {layer}
        </tspan>
      </text>
    </g>
  );
}

interface CurveProps {
  readonly clipId: string;
  readonly text: Text;
  readonly name: string;
  readonly loss: (nudge: number) => number;
  readonly slope: number;
  readonly nudge: number;
  readonly onNudge: (nudge: number) => void;
  readonly onReset: () => void;
}

const NUDGES = Array.from({ length: 81 }, (_, i) => (i - 40) / 20);

export function NudgeCurve({
  clipId,
  text,
  name,
  loss,
  slope,
  nudge,
  onNudge,
  onReset,
}: CurveProps) {
  const curve = NUDGES.map((by) => [by, loss(by)] as const);
  const here = loss(0);
  const values = curve.map(([, y]) => y);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const pad = Math.max(high - low, here * 0.1, 1e-4) * 0.15;
  const y = [low - pad, high + pad] as const;
  return (
    <PlaneView
      label={text.curve}
      x={[-2, 2]}
      y={y}
      aspect={1.7}
      xLabel={text.curveX(name)}
      yLabel={text.curveY}
      assumedWidth={330}
      isInteractive
    >
      {(plane) => (
        <>
          <Clip plane={plane} id={clipId}>
            <g>
              <Line
                plane={plane}
                points={[
                  [-2, here - 2 * slope],
                  [2, here + 2 * slope],
                ]}
                class="q-gradient bp-tangent"
              />
              <Line plane={plane} points={curve} class="q-loss" />
            </g>
          </Clip>
          <circle class="plot-dot" cx={plane.toX(0)} cy={plane.toY(here)} r={4} />
          <Handle
            plane={plane}
            x={nudge}
            y={loss(nudge)}
            along="x"
            xBounds={[-2, 2]}
            step={0.05}
            label={text.handle}
            onMove={onNudge}
            onReset={onReset}
          />
        </>
      )}
    </PlaneView>
  );
}

export function PenguinMap({
  text,
  chosen,
  onChoose,
}: {
  text: Text;
  chosen: number;
  onChoose: (index: number) => void;
}) {
  const nearest = (plane: Plane, event: PointerEvent) => {
    const { px, py } = pointed(plane, event);
    const distances = penguins.map(({ length, depth }) =>
      Math.hypot(plane.toX(length) - px, plane.toY(depth) - py),
    );
    return distances.indexOf(Math.min(...distances));
  };
  return (
    <div>
      <PlaneView
        label={text.map}
        x={[32, 60]}
        y={[12.5, 22]}
        aspect={1.35}
        xLabel={text.mapX}
        yLabel={text.mapY}
        assumedWidth={330}
      >
        {(plane) => (
          <g onPointerDown={(event) => onChoose(nearest(plane, event))} class="bp-map">
            <rect
              class="bp-reach"
              x={plane.inner.left}
              y={plane.inner.top}
              width={plane.inner.width}
              height={plane.inner.height}
            />
            {penguins.map(({ length, depth, species }, i) => (
              <Mark key={i} x={plane.toX(length)} y={plane.toY(depth)} species={species} />
            ))}
            <circle
              class="bp-here"
              cx={plane.toX(penguins[chosen]!.length)}
              cy={plane.toY(penguins[chosen]!.depth)}
              r={9}
            />
          </g>
        )}
      </PlaneView>
      <p class="bp-legend">
        {text.species.map((name, species) => (
          <span key={name}>
            <svg viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true" class="bp-map">
              <Mark x={0} y={0} species={species} />
            </svg>{' '}
            {name}
          </span>
        ))}
      </p>
    </div>
  );
}

/** A disc, a ring and a triangle: the species have no hue of their own. */
function Mark({ x, y, species }: { x: number; y: number; species: number }) {
  if (species === 2) return <path class="bp-mark-2" d={`M${x} ${y - 5}l4.8 8.4h-9.6z`} />;
  return <circle class={`bp-mark-${species}`} cx={x} cy={y} r={species === 0 ? 3.6 : 4} />;
}
