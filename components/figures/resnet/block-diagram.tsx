// A residual block drawn from top to bottom: the body, the shortcut around it, the sum.
import { useRef } from 'preact/hooks';
import { useWidth } from '../frame/media.ts';
import { wholeNumber } from '../frame/slider-scale.ts';
import type { BlockBuilderText } from './BlockBuilder.text.ts';
import type { Block, Part, Shape } from './block-parts.ts';

const ROW = 38;
const BOX = 30;
const HEAD = 26;

interface Props {
  readonly block: Block;
  readonly input: Shape;
  readonly text: BlockBuilderText;
}

export const shapeText = (shape: Shape): string => shape.join(' × ');

export function nameOf({ type, kernel = 1, stride = 1 }: Part, text: BlockBuilderText): string {
  if (type === 'conv') return text.conv(kernel, stride);
  if (type === 'zeros') return text.zeros(stride);
  return text[type];
}

export function BlockDiagram({ block, input, text }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(svg, 608);
  const isWide = width > 500;
  const { body, shortcut, after, fits } = block;
  const rows = body.length + after.length + 2;
  const height = HEAD + rows * ROW;
  const boxWidth = isWide ? 150 : 132;
  const lane = isWide ? 124 : 24; // where the shortcut runs
  const main = isWide ? 226 : 124;
  const left = main - boxWidth / 2;
  const shapeAt = main + boxWidth / 2 + 12;
  const countAt = isWide ? width - 100 : width;
  const yOf = (row: number) => HEAD + (row + 0.5) * ROW;
  const sumRow = body.length + 1;
  const fork = yOf(0) + 11;
  const counts = (part: Part, y: number) => (
    <>
      <text class="resnet-part-text" x={shapeAt} y={y} dy="0.35em">
        {shapeText(part.shape)}
      </text>
      {part.parameters > 0 && (
        <text class="resnet-count" x={countAt} y={y} dy="0.35em" text-anchor="end">
          {wholeNumber(part.parameters)}
        </text>
      )}
      {isWide && part.multiplyAdds > 0 && (
        <text class="resnet-count" x={width} y={y} dy="0.35em" text-anchor="end">
          {wholeNumber(part.multiplyAdds)}
        </text>
      )}
    </>
  );
  const box = (part: Part, row: number) => (
    <g key={row} class={`resnet-part resnet-${part.type}`}>
      <rect x={left} y={yOf(row) - BOX / 2} width={boxWidth} height={BOX} rx={3} />
      <text x={main} y={yOf(row)} dy="0.35em" text-anchor="middle">
        {nameOf(part, text)}
      </text>
      {counts(part, yOf(row))}
    </g>
  );
  return (
    <svg
      ref={svg}
      class="plot resnet-diagram"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={text.picture}
      data-fits={fits ? '' : undefined}
    >
      <g class="plot-name">
        <text x={shapeAt} y={14}>
          {text.shapeHead}
        </text>
        <text x={countAt} y={14} text-anchor="end">
          {text.parametersHead}
        </text>
        {isWide && (
          <text x={width} y={14} text-anchor="end">
            {text.multiplyAddsHead}
          </text>
        )}
      </g>
      <path class="resnet-main-wire" d={`M${main} ${fork - 4}V${height - 4}`} />
      <path
        class="resnet-side-wire"
        d={`M${main} ${fork}H${lane + 8}Q${lane} ${fork} ${lane} ${fork + 8}V${yOf(sumRow) - 8}Q${lane} ${yOf(sumRow)} ${lane + 8} ${yOf(sumRow)}H${main}`}
      />
      <text x={main} y={yOf(0)} dy="0.1em" text-anchor="middle" class="resnet-part-text">
        {text.input}
      </text>
      <text class="resnet-part-text" x={shapeAt} y={yOf(0)} dy="0.1em">
        {shapeText(input)}
      </text>
      {body.map((part, i) => box(part, i + 1))}
      <Shortcut
        parts={shortcut}
        shape={block.shortcutShape}
        lane={lane}
        y={(fork + yOf(sumRow)) / 2}
        isWide={isWide}
        text={text}
      />
      <g class="resnet-sum">
        <circle cx={main} cy={yOf(sumRow)} r={13} />
        <path
          d={
            fits
              ? `M${main - 7} ${yOf(sumRow)}h14M${main} ${yOf(sumRow) - 7}v14`
              : `M${main - 5} ${yOf(sumRow) - 5}l10 10M${main + 5} ${yOf(sumRow) - 5}l-10 10`
          }
        />
        <text x={main + 22} y={yOf(sumRow)} dy="0.35em">
          {fits ? text.sum : text.noSum}
        </text>
      </g>
      {after.map((part, i) => box(part, sumRow + 1 + i))}
    </svg>
  );
}

interface ShortcutProps {
  readonly parts: readonly Part[];
  readonly shape: Shape;
  readonly lane: number;
  readonly y: number;
  readonly isWide: boolean;
  readonly text: BlockBuilderText;
}

/** What stands on the shortcut; on narrow screens its words run along the line. */
function Shortcut({ parts, shape, lane, y, isWide, text }: ShortcutProps) {
  const names = parts.length ? parts.map((part) => nameOf(part, text)) : [text.shortcuts.identity];
  // A stop of the name is a place to break it.
  const pieces = names.flatMap((name) => name.split(/(?<=[,，]) */));
  const lines = [...pieces, shapeText(shape)];
  if (!isWide)
    return (
      <text
        class="resnet-part-text resnet-along"
        transform={`translate(${lane - 8} ${y}) rotate(-90)`}
        text-anchor="middle"
      >
        {[...names, shapeText(shape)].join(text.comma)}
      </text>
    );
  return (
    <g class="resnet-part-text">
      {lines.map((line, i) => (
        <text
          key={i}
          x={lane - 12}
          y={y + (i - (lines.length - 1) / 2) * 20}
          dy="0.35em"
          text-anchor="end"
        >
          {line}
        </text>
      ))}
    </g>
  );
}
