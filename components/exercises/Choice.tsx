// One of several answers, or all that apply.
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { Card, Sign } from './card.tsx';
import { Html } from './html.tsx';
import { useExercise, type ExerciseProps } from './use-exercise.ts';

export function Choice(props: ExerciseProps<'choice'>) {
  const { id, lang, outline, domId = id } = props;
  const { multiple, options } = outline;
  const exercise = useExercise('choice', props, []);
  const { answer, verdict } = exercise;
  const title = multiple ? 'choices' : 'choice';
  const mistaken = (verdict?.detail ?? []) as readonly string[];

  function pick(option: string, isChosen: boolean): void {
    if (!multiple) return exercise.setAnswer([option]);
    const others = answer.filter((item) => item !== option);
    exercise.setAnswer(isChosen ? [...others, option] : others);
  }

  return (
    <Card exercise={exercise} title={title}>
      <fieldset class="exercise-options">
        <legend class="visually-hidden">{exerciseTexts[lang].title[title]}</legend>
        {options.map((option) => {
          const isChosen = answer.includes(option);
          const isMarked = verdict && exercise.loaded?.marking.isAnswer(verdict);
          const mark =
            !isMarked || !isChosen ? undefined : mistaken.includes(option) ? 'wrong' : 'right';
          return (
            <label key={option} class="exercise-option" data-mark={mark}>
              <input
                type={multiple ? 'checkbox' : 'radio'}
                name={domId}
                value={option}
                checked={isChosen}
                onChange={(event) => pick(option, event.currentTarget.checked)}
              />
              <Html lang={lang} id={id} part={`option-${option}`} as="span" />
              {mark && <Sign name={mark} />}
            </label>
          );
        })}
      </fieldset>
    </Card>
  );
}
