// A program with one wrong line to point at.
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { Card, Sign } from './card.tsx';
import { Html } from './html.tsx';
import { useExercise, type ExerciseProps } from './use-exercise.ts';

export function FindBug(props: ExerciseProps<'bug'>) {
  const { id, lang, outline, domId = id } = props;
  const exercise = useExercise('bug', props, 0);
  const { answer, verdict } = exercise;
  const t = exerciseTexts[lang];
  return (
    <Card exercise={exercise}>
      <fieldset class="exercise-program">
        <legend class="visually-hidden">{t.program}</legend>
        {outline.lines.map((text, index) => {
          const line = index + 1;
          const mark =
            line === answer && verdict ? (verdict.correct ? 'right' : 'wrong') : undefined;
          return (
            <label key={line} class="exercise-line" data-mark={mark}>
              <input
                type="radio"
                name={`line-${domId}`}
                class="visually-hidden"
                checked={line === answer}
                disabled={!text.trim()}
                onChange={() => exercise.setAnswer(line)}
              />
              <span class="visually-hidden">{t.line(line)}: </span>
              <span class="exercise-number" aria-hidden="true">
                {line}
              </span>
              <code>
                <Html lang={lang} id={id} part={`line-${line}`} as="span" />
              </code>
              {mark && <Sign name={mark} />}
            </label>
          );
        })}
      </fieldset>
    </Card>
  );
}
