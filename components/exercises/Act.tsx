// Something to bring about in a figure; the figure's own state decides.
import { useEffect, useState } from 'preact/hooks';
import { figureState, watchFigure } from '../../src/exercises/figure-states.ts';
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { Card } from './card.tsx';
import { useExercise, type ExerciseProps } from './use-exercise.ts';

export function Act(props: ExerciseProps<'act'>) {
  const { lang, outline } = props;
  const { figure } = outline;
  const exercise = useExercise('act', props, undefined);
  const [isHere, setHere] = useState(true);
  const t = exerciseTexts[lang];

  useEffect(() => watchFigure(figure, () => setHere(true)), [figure]);

  const check = () => {
    const state = figureState(figure);
    setHere(state !== undefined);
    return exercise.check(state);
  };

  return (
    <Card exercise={{ ...exercise, check }}>
      <p class="exercise-goto">
        <a href={`#fig-${figure}`}>{t.goToFigure}</a>
      </p>
      {!isHere && (
        <p class="exercise-notice" role="status">
          {t.noFigure}
        </p>
      )}
    </Card>
  );
}
