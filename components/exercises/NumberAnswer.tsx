// A number typed by the reader.
import { Card } from './card.tsx';
import { Field } from './field.tsx';
import { useExercise, type ExerciseProps } from './use-exercise.ts';

export function NumberAnswer(props: ExerciseProps<'number'>) {
  const exercise = useExercise('number', props, '');
  return (
    <Card exercise={exercise}>
      <Field
        exercise={exercise}
        value={exercise.answer}
        onValue={exercise.setAnswer}
        after={props.outline.unit}
      />
    </Card>
  );
}
