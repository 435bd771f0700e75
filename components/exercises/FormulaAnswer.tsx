// A formula typed by the reader, shown as it is read.
import { useEffect, useState } from 'preact/hooks';
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { Card } from './card.tsx';
import { Field } from './field.tsx';
import { useExercise, type ExerciseProps } from './use-exercise.ts';

export function FormulaAnswer(props: ExerciseProps<'formula'>) {
  const { lang, outline } = props;
  const exercise = useExercise('formula', props, '');
  const { answer } = exercise;
  const t = exerciseTexts[lang];
  const [html, setHtml] = useState('');

  useEffect(() => {
    let isCurrent = true;
    if (!answer.trim()) setHtml('');
    else
      void import('./formula-preview.ts').then(({ formulaHtml }) => {
        const found = formulaHtml(answer, outline.variables);
        // While the reader is in the middle of a term the last readable form stays.
        if (isCurrent && found) setHtml(found);
      });
    return () => (isCurrent = false) as unknown as void;
  }, [answer]);

  return (
    <Card exercise={exercise}>
      <Field
        exercise={exercise}
        value={answer}
        onValue={exercise.setAnswer}
        before={outline.starts || undefined}
        wide
      />
      <p class="exercise-formula">
        <span class="exercise-label">{html ? t.reads : t.mayUse}</span>{' '}
        {html ? (
          <output dangerouslySetInnerHTML={{ __html: html }} />
        ) : (
          <span>{outline.variables.join(', ')}</span>
        )}
      </p>
    </Card>
  );
}
