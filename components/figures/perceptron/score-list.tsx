// The ten classes with their templates in small and their scores as bars; one of them is chosen.
import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { fixedNumber } from '../frame/slider-scale.ts';
import type { DigitText } from './DigitTemplates.text.ts';
import { PixelMap } from './pixel-map.tsx';

interface Props {
  readonly text: DigitText;
  readonly scores: readonly number[];
  readonly templates: readonly (readonly number[])[];
  /** The largest weight, drawn in full colour. */
  readonly most: number;
  readonly winner: number | undefined;
  readonly shown: Signal<number>;
}

export function ScoreList({ text, scores, templates, most, winner, shown }: Props) {
  const name = useId();
  const low = Math.min(0, ...scores);
  const width = Math.max(0, ...scores) - low || 1;
  const across = (score: number): number => (100 * (score - low)) / width;
  return (
    <fieldset class="score-list">
      <legend class="figure-label">{text.scores}</legend>
      {scores.map((score, digit) => (
        <label key={digit} class={digit === winner ? 'score-row is-winner' : 'score-row'}>
          <input
            type="radio"
            name={name}
            value={digit}
            checked={shown.value === digit}
            onChange={() => (shown.value = digit)}
          />
          <b class="score-digit">{digit}</b>
          <svg class="pixel-picture score-template" viewBox="0 0 8 8" aria-hidden="true">
            <PixelMap values={templates[digit]!} most={most} kind="signed" />
          </svg>
          <svg class="score-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect
              x={Math.min(across(score), across(0))}
              y={1}
              width={Math.abs(across(score) - across(0))}
              height={8}
            />
            <line x1={across(0)} x2={across(0)} y1={-1} y2={11} />
          </svg>
          <span class="score-value">
            {fixedNumber(score, 1)}
            {digit === winner && <span class="visually-hidden"> ({text.highest})</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
