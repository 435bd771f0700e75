// The one-line field of typed answers.
import type { ComponentChildren } from 'preact';
import type { Kind } from '../../src/exercises/types.ts';
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import type { ExerciseState } from './use-exercise.ts';

interface Props<K extends Kind> {
  readonly exercise: ExerciseState<K>;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly before?: ComponentChildren;
  readonly after?: ComponentChildren;
  readonly placeholder?: string;
  readonly wide?: boolean;
}

export function Field<K extends Kind>(props: Props<K>) {
  const { exercise, value, onValue, before, after, placeholder, wide } = props;
  const { verdict, loaded } = exercise;
  const t = exerciseTexts[exercise.props.lang];
  const isWrong = verdict && !verdict.correct && loaded?.marking.isAnswer(verdict);
  return (
    <label class="exercise-field">
      <span class={before ? 'exercise-before' : 'exercise-label'}>{before ?? t.yourAnswer}</span>
      <input
        type="text"
        class={wide ? 'is-wide' : undefined}
        value={value}
        placeholder={placeholder}
        aria-label={before ? t.yourAnswer : undefined}
        aria-invalid={isWrong ? 'true' : undefined}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        data-mark={
          verdict && loaded?.marking.isAnswer(verdict)
            ? verdict.correct
              ? 'right'
              : 'wrong'
            : undefined
        }
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {after && <span class="exercise-unit">{after}</span>}
    </label>
  );
}
