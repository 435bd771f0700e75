// A plain and a residual net as two rows of blocks, which can be taken out and put back.
import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useWidth } from '../frame/media.ts';
import { fixedNumber } from '../frame/slider-scale.ts';
import { accuracyWithout, BLOCKS, CHANGES_SHAPE, isGone } from './broken.ts';
import type { BlockBreakerText } from './BlockBreaker.text.ts';
import { KINDS, type Kind } from './race-job.ts';

const ROW = 112;
const BOX = 46;
const TOP = 40;
/** As in the chart below, whose columns stand under the blocks. */
const [LEFT, RIGHT] = [42, 12];

export function BlockRows({ gone, text }: { gone: Signal<number>; text: BlockBreakerText }) {
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(svg, 560);
  const column = (width - LEFT - RIGHT) / BLOCKS;
  const middle = (block: number) => LEFT + (block + 0.5) * column;
  const toggle = (block: number) => (gone.value = gone.peek() ^ (1 << block));
  const height = 2 * ROW + 34;
  const onKeyDown = (event: KeyboardEvent, block: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Enter' || event.key === ' ') toggle(block);
    else if (step)
      svg.current
        ?.querySelector<SVGElement>(`[data-block="${Math.min(8, Math.max(0, block + step))}"]`)
        ?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <svg
      ref={svg}
      class="plot resnet-rows"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={text.picture}
    >
      {KINDS.map((kind, row) => (
        <g key={kind} class={`resnet-${kind}`} aria-hidden="true">
          <text class="resnet-name" x={LEFT} y={row * ROW + 16}>
            {text[kind]}
          </text>
          <text class="resnet-name" x={width - RIGHT} y={row * ROW + 16} text-anchor="end">
            {fixedNumber(100 * accuracyWithout(kind, gone.value), 1)} %
          </text>
          <path class="resnet-wire" d={`M${LEFT - 16} ${wireOf(row)}H${width}`} />
        </g>
      ))}
      {Array.from({ length: BLOCKS }, (_, block) => {
        const isOut = isGone(gone.value, block);
        const name = (isOut ? text.gone : text.take)(block + 1);
        const changes = CHANGES_SHAPE.includes(block);
        return (
          <g
            key={block}
            class="resnet-block"
            role="button"
            tabindex={0}
            data-block={block}
            data-out={isOut ? '' : undefined}
            aria-pressed={isOut}
            aria-label={changes ? `${name}, ${text.changes}` : name}
            onClick={() => toggle(block)}
            onKeyDown={(event) => onKeyDown(event, block)}
          >
            <rect
              class="resnet-reach"
              x={middle(block) - column / 2 + 1}
              y={22}
              width={column - 2}
              height={2 * ROW - 18}
              rx={3}
            />
            {KINDS.map((kind, row) => (
              <Box
                key={kind}
                kind={kind}
                x={middle(block)}
                y={wireOf(row)}
                size={Math.min(column * 0.62, BOX)}
                reach={column * 0.43}
                changes={changes}
              />
            ))}
            <text class="resnet-number" x={middle(block)} y={2 * ROW + 24} text-anchor="middle">
              {block + 1}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const wireOf = (row: number) => row * ROW + TOP + BOX / 2;

interface BoxProps {
  readonly kind: Kind;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** How far from the middle the shortcut leaves the wire. */
  readonly reach: number;
  readonly changes: boolean;
}

/** A block on its wire; a residual one has a shortcut around it. A block that changes the shape narrows to the right. */
function Box({ kind, x, y, size, reach, changes }: BoxProps) {
  const half = size / 2;
  const end = changes ? half * 0.6 : half;
  return (
    <g class={`resnet-${kind}`}>
      {kind === 'residual' && (
        <path
          class="resnet-skip"
          d={`M${x - reach} ${y}V${y + half + 9}Q${x - reach} ${y + half + 15} ${x - reach + 6} ${y + half + 15}H${x + reach - 6}Q${x + reach} ${y + half + 15} ${x + reach} ${y + half + 9}V${y}`}
        />
      )}
      <path
        class="resnet-box"
        d={`M${x - half} ${y - half}L${x + half} ${y - end}V${y + end}L${x - half} ${y + half}Z`}
      />
    </g>
  );
}
