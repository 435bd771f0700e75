// A program to write, run with its tests in the sandbox of the cells.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseResult } from '../../src/exercises/kinds/code.ts';
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { Card } from './card.tsx';
import { Cases } from './cases.tsx';
import type { Editor } from './editor.ts';
import { useExercise, type ExerciseProps } from './use-exercise.ts';

export function CodeExercise(props: ExerciseProps<'code'>) {
  const { id, lang, outline } = props;
  const exercise = useExercise('code', props, outline.starter);
  const { answer, verdict } = exercise;
  const t = exerciseTexts[lang];
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | undefined>(undefined);
  const [isOpen, setOpen] = useState(false);
  const latest = useRef(exercise);
  latest.current = exercise;

  async function edit(): Promise<void> {
    const { openEditor } = await import('./editor.ts');
    if (editor.current || !place.current) return;
    editor.current = openEditor(place.current, {
      text: latest.current.answer,
      label: `${t.program}: ${id}`,
      onChange: (text) => latest.current.setAnswer(text),
      onRun: () => void latest.current.check(),
    });
    setOpen(true);
    editor.current.focus();
  }

  // What another tab wrote, or a reset, enters the open editor.
  useEffect(() => editor.current?.replace(answer), [answer]);
  useEffect(() => () => editor.current?.close(), []);

  const cases = Array.isArray(verdict?.detail) ? (verdict.detail as CaseResult[]) : undefined;
  return (
    <Card
      exercise={exercise}
      action={t.runTests}
      tools={
        answer !== outline.starter && (
          <button
            type="button"
            class="exercise-quiet"
            onClick={() => exercise.setAnswer(outline.starter)}
          >
            {t.reset}
          </button>
        )
      }
      detail={<Cases cases={cases} outline={outline} lang={lang} />}
    >
      <div class="exercise-editor" ref={place} />
      {!isOpen && (
        <pre class="exercise-pre" tabIndex={0}>
          <code>{answer}</code>
        </pre>
      )}
      {!isOpen && (
        <button
          type="button"
          class="exercise-quiet exercise-edit needs-script"
          disabled={!exercise.isLive}
          onClick={() => void edit()}
        >
          {t.edit}
        </button>
      )}
    </Card>
  );
}
