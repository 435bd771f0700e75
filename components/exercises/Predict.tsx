// A guess on a slider, before the truth is shown.
import { show } from '../../src/exercises/vars.ts';
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { Card } from './card.tsx';
import { useExercise, type ExerciseProps } from './use-exercise.ts';

export function Predict(props: ExerciseProps<'predict'>) {
  const { id, lang, outline, domId = id } = props;
  const { min, max, step, unit } = outline;
  const exercise = useExercise('predict', props, (min + max) / 2);
  const { answer, verdict } = exercise;
  const t = exerciseTexts[lang];
  const truth = verdict?.detail as number | undefined;
  const share = (value: number) => `${(100 * (value - min)) / (max - min)}%`;
  const withUnit = (value: number) => (unit ? `${show(value)} ${unit}` : show(value));
  return (
    <Card exercise={exercise} action={t.reveal} isFinal={truth !== undefined}>
      <div class="exercise-slider">
        <label for={`guess-${domId}`}>
          <span class="exercise-label">{t.yourGuess}</span> <output>{withUnit(answer)}</output>
        </label>
        <input
          id={`guess-${domId}`}
          type="range"
          {...{ min, max, step }}
          value={answer}
          disabled={truth !== undefined}
          aria-valuetext={withUnit(answer)}
          onInput={(event) => exercise.setAnswer(event.currentTarget.valueAsNumber)}
        />
        <div class="exercise-scale" aria-hidden="true">
          <span>{show(min)}</span>
          {truth !== undefined && (
            <span class="exercise-truth" style={{ insetInlineStart: share(truth) }}>
              {show(truth)}
            </span>
          )}
          <span>{show(max)}</span>
        </div>
        {truth !== undefined && (
          <p class="exercise-truth-line">
            <span class="exercise-label">{t.truth}</span> {withUnit(truth)}
          </p>
        )}
      </div>
    </Card>
  );
}
