// Two trained nets, and what is left of their reading when blocks are taken out.
import { Button } from '../frame/choices.tsx';
import { number } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Line } from '../frame/marks.tsx';
import { PlaneView } from '../frame/plane.tsx';
import { fixedNumber } from '../frame/slider-scale.ts';
import { useFigure } from '../frame/use-figure.ts';
import { accuracyWithout, BLOCKS, blocksIn, meanBySize, single } from './broken.ts';
import { blockBreakerText, type BlockBreakerText } from './BlockBreaker.text.ts';
import { BlockRows } from './block-rows.tsx';
import { KINDS } from './race-job.ts';
import './resnet.css';

const fields = { gone: number(1 << 4, { min: 0, max: 2 ** BLOCKS - 1, integer: true }) };

const percent = (share: number) => fixedNumber(100 * share, 1);

export function BlockBreaker({ lang, id = 'block-breaker' }: { lang: Lang; id?: string }) {
  const text = blockBreakerText[lang];
  const figure = useFigure(id, fields, {
    values: ({ gone }) => ({
      count: blocksIn(gone.value).length,
      plain: accuracyWithout('plain', gone.value),
      residual: accuracyWithout('residual', gone.value),
    }),
  });
  const { gone } = figure.state;
  const out = blocksIn(gone.value);
  const moveOn = () => (gone.value = out.length === 1 ? 1 << ((out[0]! + 1) % BLOCKS) : 1);
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="BlockBreaker"
      size="wide"
      title={text.title}
      summary={text.summary}
      reading={readingOf(gone.value, text)}
      keys={text.keys}
      tableCaption={text.tableCaption}
      table={() => ({
        columns: text.table,
        rows: [
          [text.none, ...KINDS.map((kind) => `${percent(accuracyWithout(kind, 0))} %`)],
          ...Array.from({ length: BLOCKS }, (_, block) => [
            block + 1,
            ...KINDS.map((kind) => `${percent(accuracyWithout(kind, 1 << block))} %`),
          ]),
        ],
      })}
      controls={
        <>
          <Button primary onPress={moveOn}>
            {text.next}
          </Button>
          <Button disabled={gone.value === 0} onPress={() => (gone.value = 0)}>
            {text.all}
          </Button>
        </>
      }
      side={<Means gone={gone.value} text={text} />}
    >
      <BlockRows gone={gone} text={text} />
      <Singles out={out} text={text} />
    </Figure>
  );
}

function readingOf(gone: number, text: BlockBreakerText): string {
  const whole = KINDS.map((kind) => percent(accuracyWithout(kind, 0))) as [string, string];
  if (gone === 0) return text.whole(...whole);
  const [plain, residual] = KINDS.map((kind) => percent(accuracyWithout(kind, gone)));
  const out = blocksIn(gone).map((block) => block + 1);
  const names = text.blocks(out.join(', '), out.length);
  return text.reading(names, plain!, whole[0], residual!, whole[1]);
}

const ACCURACY = {
  y: [0, 100],
  yTicks: [0, 25, 50, 75, 100],
  aspect: 1.25,
  assumedWidth: 320,
} as const;

/** Each block out alone: a dot for each net. */
function Singles({ out, text }: { out: readonly number[]; text: BlockBreakerText }) {
  return (
    <PlaneView
      {...ACCURACY}
      aspect={2.1}
      assumedWidth={560}
      label={text.singles}
      x={[0.5, BLOCKS + 0.5]}
      xTicks={Array.from({ length: BLOCKS }, (_, i) => i + 1)}
      xLabel={text.blockAxis}
      yLabel={text.singlesAxis}
    >
      {(plane) => (
        <>
          {out.length === 1 && (
            <line
              class="resnet-here"
              x1={plane.toX(out[0]! + 1)}
              x2={plane.toX(out[0]! + 1)}
              y1={plane.toY(0)}
              y2={plane.toY(100)}
            />
          )}
          <line
            class="resnet-chance"
            x1={plane.toX(0.5)}
            x2={plane.toX(BLOCKS + 0.5)}
            y1={plane.toY(10)}
            y2={plane.toY(10)}
          />
          {KINDS.map((kind) => (
            <g key={kind} class={`resnet-${kind}`}>
              <Line
                plane={plane}
                class={`resnet-${kind} resnet-thin`}
                points={single(kind).map((share, block) => [block + 1, 100 * share])}
              />
              {single(kind).map((share, block) => (
                <circle
                  key={block}
                  class="resnet-dot"
                  cx={plane.toX(block + 1)}
                  cy={plane.toY(100 * share)}
                  r={4}
                />
              ))}
            </g>
          ))}
        </>
      )}
    </PlaneView>
  );
}

/** The mean over all sets of a size, and where the present set stands. */
function Means({ gone, text }: { gone: number; text: BlockBreakerText }) {
  return (
    <PlaneView
      {...ACCURACY}
      label={text.means}
      x={[-0.4, BLOCKS + 0.4]}
      xTicks={Array.from({ length: BLOCKS + 1 }, (_, i) => i)}
      xLabel={text.sizeAxis}
      yLabel={text.meansAxis}
    >
      {(plane) => (
        <>
          <line
            class="resnet-chance"
            x1={plane.toX(-0.4)}
            x2={plane.toX(BLOCKS + 0.4)}
            y1={plane.toY(10)}
            y2={plane.toY(10)}
          />
          <text class="plot-tick" x={plane.toX(5)} y={plane.toY(10) + 15} text-anchor="middle">
            {text.chance}
          </text>
          {KINDS.map((kind) => (
            <g key={kind} class={`resnet-${kind}`}>
              <Line
                plane={plane}
                class={`resnet-${kind}`}
                points={meanBySize(kind).map((share, size) => [size, 100 * share])}
              />
              <circle
                class="resnet-present"
                cx={plane.toX(blocksIn(gone).length)}
                cy={plane.toY(100 * accuracyWithout(kind, gone))}
                r={6}
              />
            </g>
          ))}
        </>
      )}
    </PlaneView>
  );
}
