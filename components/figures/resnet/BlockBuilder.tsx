// A residual block put together from its parts, with shapes and counts; the sum works only when the shapes agree.
import { Choice } from '../frame/choices.tsx';
import { oneOf } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { wholeNumber } from '../frame/slider-scale.ts';
import type { Signals } from '../frame/state.ts';
import { useFigure } from '../frame/use-figure.ts';
import { blockBuilderText, type BlockBuilderText } from './BlockBuilder.text.ts';
import { BlockDiagram, nameOf, shapeText } from './block-diagram.tsx';
import { buildBlock, type Block, type BlockChoice } from './block-parts.ts';
import './resnet.css';

const KINDS = ['basic', 'bottleneck'] as const;
const ORDERS = ['post', 'pre'] as const;
const SHORTCUTS = ['identity', 'zeros', 'projection'] as const;
const CHANNELS = ['16', '32', '64', '256'] as const;
const STRIDES = ['1', '2'] as const;
const SIDE = 32;

const fields = {
  kind: oneOf(KINDS, 'basic'),
  order: oneOf(ORDERS, 'post'),
  shortcut: oneOf(SHORTCUTS, 'identity'),
  from: oneOf(CHANNELS, '16'),
  to: oneOf(CHANNELS, '32'),
  stride: oneOf(STRIDES, '2'),
};

const same = <T extends string>(values: readonly T[]) =>
  values.map((value) => ({ value, label: value }));

export function BlockBuilder({ lang, id = 'block-builder' }: { lang: Lang; id?: string }) {
  const text = blockBuilderText[lang];
  const figure = useFigure(id, fields, {
    values: (state) => {
      const { fits, bodyParameters, shortcutParameters } = buildBlock(choiceOf(state));
      return { fits, bodyParameters, shortcutParameters };
    },
  });
  const { state } = figure;
  const block = buildBlock(choiceOf(state));
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="BlockBuilder"
      title={text.title}
      summary={text.summary}
      reading={readingOf(block, text)}
      tableCaption={text.tableCaption}
      table={() => ({
        columns: text.table,
        rows: (['body', 'shortcut', 'after'] as const).flatMap((path) =>
          block[path].map((part) => [
            text[path],
            nameOf(part, text),
            shapeText(part.shape),
            wholeNumber(part.parameters),
            wholeNumber(part.multiplyAdds),
          ]),
        ),
      })}
      controls={
        <>
          <Choice
            value={state.shortcut}
            label={text.shortcut}
            options={SHORTCUTS.map((value) => ({ value, label: text.shortcuts[value] }))}
          />
          <Choice value={state.from} label={text.inChannels} options={same(CHANNELS)} />
          <Choice value={state.to} label={text.outChannels} options={same(CHANNELS)} />
          <Choice value={state.stride} symbol="S" label={text.stride} options={same(STRIDES)} />
          <Choice
            value={state.kind}
            label={text.kind}
            options={KINDS.map((value) => ({ value, label: text.kinds[value] }))}
          />
          <Choice
            value={state.order}
            label={text.order}
            options={ORDERS.map((value) => ({ value, label: text.orders[value] }))}
          />
        </>
      }
    >
      <BlockDiagram block={block} input={[Number(state.from.value), SIDE, SIDE]} text={text} />
    </Figure>
  );
}

const choiceOf = (state: Signals<typeof fields>): BlockChoice => ({
  kind: state.kind.value,
  order: state.order.value,
  shortcut: state.shortcut.value,
  inChannels: Number(state.from.value),
  outChannels: Number(state.to.value),
  stride: state.stride.value === '1' ? 1 : 2,
  side: SIDE,
});

function readingOf(block: Block, text: BlockBuilderText): string {
  if (!block.isPossible) return text.fewer;
  if (!block.fits) return text.misfit(shapeText(block.bodyShape), shapeText(block.shortcutShape));
  const { bodyParameters, shortcutParameters, multiplyAdds } = block;
  return text.reading(
    wholeNumber(bodyParameters),
    wholeNumber(shortcutParameters),
    wholeNumber(multiplyAdds),
  );
}
