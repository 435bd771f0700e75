// The shape of a tensor, typed by the reader.
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { Card } from './card.tsx';
import { Field } from './field.tsx';
import { useExercise, type ExerciseProps } from './use-exercise.ts';

export function ShapeAnswer(props: ExerciseProps<'shape'>) {
  const exercise = useExercise('shape', props, '');
  return (
    <Card exercise={exercise}>
      <Field
        exercise={exercise}
        value={exercise.answer}
        onValue={exercise.setAnswer}
        placeholder={exerciseTexts[props.lang].shapeForm}
      />
    </Card>
  );
}
