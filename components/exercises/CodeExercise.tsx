// A program to write, run with its tests in the sandbox of the cells.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseResult } from '../../src/exercises/kinds/code.ts';
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { tries } from '../../src/progress/records.ts';
import { Card } from './card.tsx';
import type { Editor } from '../../src/notebook/browser/editor.ts';
import { Cases } from './cases.tsx';
import { Html } from './html.tsx';
import { useExercise, type ExerciseProps } from './use-exercise.ts';

export function CodeExercise(props: ExerciseProps<'code'>) {
  const { id, lang, outline } = props;
  const exercise = useExercise('code', props, outline.starter);
  const { answer, verdict } = exercise;
  const t = exerciseTexts[lang];
  const code = useRef<HTMLPreElement>(null);
  const editor = useRef<Editor | undefined>(undefined);
  const [isOpen, setOpen] = useState(false);
  const latest = useRef(exercise);
  latest.current = exercise;

  async function edit(): Promise<void> {
    const { openEditor } = await import('../../src/notebook/browser/editor.ts');
    if (editor.current || !code.current) return;
    editor.current = openEditor({
      before: code.current,
      code: latest.current.answer,
      label: `${t.program}: ${id}`,
      hint: t.leaveEditor,
      onChange: (text) => latest.current.setAnswer(text),
      onRun: () => void latest.current.check(),
    });
    setOpen(true);
    editor.current.focus(latest.current.answer.length);
  }

  // What another tab wrote, or a reset, enters the open editor.
  useEffect(() => {
    const { current } = editor;
    if (current && current.view.state.doc.toString() !== answer) current.setCode(answer);
  }, [answer]);
  const wrongLine = verdict?.note?.name === 'failed-run' ? verdict.note.line : undefined;
  useEffect(() => editor.current?.markLine(wrongLine), [wrongLine, verdict]);
  useEffect(() => () => editor.current?.view.destroy(), []);

  // A program is not run again when the page is opened: what became of it is said instead.
  const isFromBefore =
    verdict === undefined &&
    !exercise.isEarlier &&
    exercise.record !== undefined &&
    tries(exercise.record) > 0 &&
    exercise.record.answer === answer;
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
      <div class="exercise-editor">
        <pre class="exercise-pre" tabIndex={0} ref={code}>
          <code>
            {answer === outline.starter
              ? outline.starter
                  .split('\n')
                  .map((_, line) => (
                    <Html key={line} lang={lang} id={id} part={`line-${line + 1}`} as="span" />
                  ))
              : answer}
          </code>
        </pre>
      </div>
      {isFromBefore && (
        <p class="exercise-notice">{t.lastProgram(exercise.record?.correct ?? false)}</p>
      )}
      {!isOpen && (
        <button
          type="button"
          class="exercise-quiet exercise-edit needs-script"
          onClick={() => void edit()}
        >
          {t.edit}
        </button>
      )}
    </Card>
  );
}
