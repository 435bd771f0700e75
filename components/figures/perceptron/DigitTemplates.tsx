// A handwritten digit against ten templates: the score of each class, and how it comes about pixel by pixel.
import type { Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Button } from '../frame/choices.tsx';
import { number } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { fixedNumber } from '../frame/slider-scale.ts';
import { Slider } from '../frame/slider.tsx';
import { useFigure } from '../frame/use-figure.ts';
import {
  changedPixels,
  inkField,
  inkOf,
  lettersOf,
  PIXELS,
  ranking,
  ROUNDS,
  scoresOf,
  sharesOf,
  sumOf,
  templateOf,
  type DigitRun,
} from './digit-templates.ts';
import { firstRun as run, SHOWN } from './digit-templates-first.ts';
import { digitText } from './DigitTemplates.text.ts';
import { PixelMap } from './pixel-map.tsx';
import { PixelPen } from './pixel-pen.tsx';
import { ScoreList } from './score-list.tsx';
import './perceptron.css';

const fields = {
  /** Counted from 1. */
  picture: number(5, { min: 1, max: SHOWN, integer: true }),
  ink: inkField,
  shown: number(0, { min: 0, max: 9, integer: true }),
  rounds: number(ROUNDS, { min: 1, max: ROUNDS, integer: true }),
};

interface Props {
  readonly lang: Lang;
  readonly id?: string;
}

/** Tells exercises: label, winner, isRight, changed (pixels), score (of the winner), besides picture, shown, rounds, ink. */
export function DigitTemplates({ lang, id = 'digit-templates' }: Props) {
  const text = digitText[lang];
  const figure = useFigure(id, fields, {
    values: ({ picture, ink, rounds }) => {
      const { written, now, label } = pictureOf(run, picture.value, ink.value);
      const scores = scoresOf(run, rounds.value, now);
      const winner = ranking(scores)[0]!;
      return {
        label,
        winner,
        isRight: winner === label,
        changed: changedPixels(written, now),
        score: scores[winner]!,
      };
    },
  });
  const { picture, ink, shown, rounds } = figure.state;
  const { written, now, label } = pictureOf(run, picture.value, ink.value);
  const templates = useMemo(
    () => Array.from({ length: 10 }, (_, digit) => templateOf(run, rounds.value, digit)),
    [rounds.value],
  );
  const most = Math.max(...templates.flat().map(Math.abs));
  const scores = templates.map((template) => sumOf(sharesOf(now, template)));
  const [winner, second] = ranking(scores) as [number, number];
  const changed = changedPixels(written, now);
  const shares = sharesOf(now, templates[shown.value]!);
  const parts = forAndAgainst(shares);
  const put = (next: readonly number[]) => {
    const letters = lettersOf(next);
    ink.value = letters === run.pictures[picture.peek() - 1] ? '' : letters;
  };
  const restore = () => (ink.value = '');
  const isBlank = now.every((value) => value === 0);
  const reading = isBlank
    ? text.blank
    : text.reading(
        winner,
        fixedNumber(scores[winner]!, 1),
        second,
        fixedNumber(scores[second]!, 1),
      ) +
      (changed
        ? text.changed(changed, label)
        : winner === label
          ? text.right(label)
          : text.wrong(label));

  return (
    <Figure
      figure={figure}
      lang={lang}
      component="DigitTemplates"
      size="wide"
      title={text.title}
      summary={text.summary}
      keys={text.keys}
      reading={
        reading +
        text.accuracy(
          rounds.value,
          `${fixedNumber(100 * run.accuracy[rounds.value - 1]!, 1)}%`,
          run.unseen,
        )
      }
      tableCaption={text.caption}
      table={() => ({
        columns: text.columns,
        rows: templates.map((template, digit) => {
          const { plus, minus } = forAndAgainst(sharesOf(now, template));
          return [digit, fixedNumber(plus, 1), fixedNumber(minus, 1), fixedNumber(plus - minus, 1)];
        }),
      })}
      side={
        <ScoreList
          text={text}
          scores={scores}
          templates={templates}
          most={most}
          winner={isBlank ? undefined : winner}
          shown={shown}
        />
      }
      controls={
        <>
          <Slider
            lang={lang}
            label={text.digit}
            value={chosen(picture, ink)}
            min={1}
            max={SHOWN}
            step={1}
          />
          <Button onPress={restore} disabled={!changed}>
            {text.restore}
          </Button>
          <Button onPress={() => put(Array<number>(PIXELS).fill(0))}>{text.clear}</Button>
          <Slider lang={lang} label={text.rounds} value={rounds} min={1} max={ROUNDS} step={1} />
        </>
      }
    >
      <div class="template-row">
        <figure class="template-part">
          <figcaption>
            <i class="figure-symbol">x</i> {text.picture}
          </figcaption>
          <PixelPen
            text={text}
            ink={now}
            onInk={(pixel, value) => put(inkNow(run, picture, ink).with(pixel, value))}
            onRestore={restore}
          />
        </figure>
        <span class="template-sign" aria-hidden="true">
          ×
        </span>
        <figure class="template-part">
          <figcaption>
            <i class="figure-symbol">W</i>
            <sub>{shown.value}</sub> {text.templateWord}
          </figcaption>
          <svg
            class="pixel-picture"
            viewBox="0 0 8 8"
            role="img"
            aria-label={text.template(shown.value)}
          >
            <PixelMap values={templates[shown.value]!} most={most} kind="signed" />
          </svg>
        </figure>
        <span class="template-sign" aria-hidden="true">
          =
        </span>
        <figure class="template-part">
          <figcaption>{text.products}</figcaption>
          <svg class="pixel-picture" viewBox="0 0 8 8" role="img" aria-label={text.products}>
            <PixelMap values={shares} most={most} kind="signed" />
          </svg>
          <p class="template-sum">
            <span class="is-for">{fixedNumber(parts.plus, 1)}</span> −{' '}
            <span class="is-against">{fixedNumber(parts.minus, 1)}</span> ={' '}
            <b>{fixedNumber(parts.plus - parts.minus, 1)}</b>
          </p>
        </figure>
      </div>
    </Figure>
  );
}

/** The picture as it was written, as it is now, and its label. */
function pictureOf(run: DigitRun, picture: number, ink: string) {
  const written = inkOf(run.pictures[picture - 1]!);
  return { written, now: ink ? inkOf(ink) : written, label: Number(run.labels[picture - 1]) };
}

const inkNow = (run: DigitRun, picture: Signal<number>, ink: Signal<string>): number[] =>
  pictureOf(run, picture.peek(), ink.peek()).now;

/** The number of the picture; another one comes as it was written. */
function chosen(picture: Signal<number>, ink: Signal<string>) {
  return {
    get value() {
      return picture.value;
    },
    set value(next: number) {
      ink.value = '';
      picture.value = next;
    },
    peek: () => picture.peek(),
  };
}

function forAndAgainst(shares: readonly number[]) {
  const plus = sumOf(shares.filter((share) => share > 0));
  const minus = -sumOf(shares.filter((share) => share < 0));
  return { plus, minus };
}
