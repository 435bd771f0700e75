// The wish picture: for one real digit, what outputs, hidden units and pixels of a half-trained net would like to be.
import { useMemo } from 'preact/hooks';
import { Choice } from '../frame/choices.tsx';
import { number, oneOf } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { plainNumber } from '../frame/slider-scale.ts';
import { Slider } from '../frame/slider.tsx';
import { useFigure } from '../frame/use-figure.ts';
import { NET } from './digit-data.ts';
import { granted, guessOf, imageCount, labelOf, score, wishesFor } from './digit-wishes.ts';
import { WishList } from './wish-list.tsx';
import { WishMap } from './wish-map.tsx';
import { wishText } from './WishPicture.text.ts';
import './backpropagation.css';

/** Stands for all outputs together. */
const ALL = 10;
const MOST_STEPS = 40;

const fields = {
  /** Counted from 1. */
  picture: number(20, { min: 1, max: imageCount, integer: true }),
  output: number(9, { min: 0, max: ALL, integer: true }),
  unit: number(8, { min: 0, max: 15, integer: true }),
  whose: oneOf(['one', 'all'], 'one'),
  steps: number(0, { min: 0, max: MOST_STEPS, integer: true }),
};

const before = score(NET);

interface Props {
  readonly lang: Lang;
  readonly id?: string;
}

export function WishPicture({ lang, id = 'wishes' }: Props) {
  const text = wishText[lang];
  const figure = useFigure(id, fields, {
    values: (state) => {
      const list = granted(state.picture.value - 1, state.whose.value, state.steps.value);
      const { loss, output } = wishesFor(list, state.picture.value - 1);
      return {
        label: labelOf(state.picture.value - 1),
        guess: guessOf(output),
        loss,
        right: score(list).right,
        rightBefore: before.right,
      };
    },
  });
  const { picture, output, unit, whose, steps } = figure.state;
  const image = picture.value - 1;
  const only = output.value === ALL ? undefined : output.value;
  const list = useMemo(
    () => granted(image, whose.value, steps.value),
    [image, whose.value, steps.value],
  );
  const wishes = useMemo(() => wishesFor(list, image, only), [list, image, only]);
  const whole = useMemo(() => wishesFor(list, image), [list, image]);
  const right = useMemo(() => score(list).right, [list]);
  const reading = [
    text.reading(labelOf(image), guessOf(whole.output), plainNumber(whole.loss)),
    steps.value === 0
      ? text.before(right)
      : text.after(steps.value, right, before.right, whose.value === 'one'),
  ].join(' ');
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="WishPicture"
      size="wide"
      title={text.title}
      summary={text.summary}
      keys={text.keys}
      reading={reading}
      tableCaption={text.caption}
      table={() => ({
        columns: text.columns,
        rows: [
          ...wishes.output.map((a, k) => [
            text.outputName(k),
            plainNumber(a),
            plainNumber(wishes.ofOutput[k]!),
          ]),
          ...wishes.hidden.map((a, j) => [
            text.hiddenName(j),
            plainNumber(a),
            plainNumber(wishes.ofHidden[j]!),
          ]),
        ],
      })}
      side={
        <WishList
          text={text}
          list={list}
          image={image}
          wishes={wishes}
          only={only}
          unit={unit.value}
        />
      }
      controls={
        <>
          <Slider
            lang={lang}
            label={text.image}
            value={picture}
            min={1}
            max={imageCount}
            step={1}
          />
          <Choice
            label={text.whose}
            value={whose}
            options={[
              { value: 'one', label: text.one },
              { value: 'all', label: text.everyone },
            ]}
          />
          <Slider lang={lang} label={text.steps} value={steps} min={0} max={MOST_STEPS} step={1} />
        </>
      }
    >
      <WishMap
        text={text}
        image={image}
        wishes={wishes}
        only={only}
        unit={unit.value}
        onOutput={(next) => (output.value = next ?? ALL)}
        onUnit={(next) => (unit.value = next)}
      />
    </Figure>
  );
}
