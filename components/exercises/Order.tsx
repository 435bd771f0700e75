// Steps to put in order, by dragging or with keys.
import { useEffect, useRef, useState } from 'preact/hooks';
import { mixedSteps } from '../../src/exercises/kinds/order.ts';
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { Card } from './card.tsx';
import { Html } from './html.tsx';
import { useExercise, type ExerciseProps } from './use-exercise.ts';

export function Order(props: ExerciseProps<'order'>) {
  const { id, lang, outline } = props;
  const exercise = useExercise('order', props, mixedSteps(id, outline.steps));
  const { answer } = exercise;
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string>();
  const [moved, setMoved] = useState<string>();
  const t = exerciseTexts[lang];

  function move(step: string, to: number): void {
    const from = answer.indexOf(step);
    if (to < 0 || to >= answer.length || to === from) return;
    const next = answer.filter((item) => item !== step);
    next.splice(to, 0, step);
    exercise.setAnswer(next);
    setMoved(t.step(to + 1, answer.length));
  }

  /** The place that a pointer at this height means. */
  function placeAt(y: number): number {
    const rows = [...(list.current?.children ?? [])];
    const below = rows.findIndex((row) => {
      const { top, height } = row.getBoundingClientRect();
      return y < top + height;
    });
    return below < 0 ? rows.length - 1 : below;
  }

  // The dragged row moves in the document, which would end a captured pointer: the window is listened to instead.
  const latest = useRef({ move, placeAt });
  latest.current = { move, placeAt };
  useEffect(() => {
    if (dragged === undefined) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const onMove = (event: PointerEvent) => {
      const { current } = latest;
      current.move(dragged, current.placeAt(event.clientY));
    };
    addEventListener('pointermove', onMove, { signal });
    addEventListener('pointerup', () => setDragged(undefined), { signal });
    addEventListener('pointercancel', () => setDragged(undefined), { signal });
    return () => stop.abort();
  }, [dragged]);

  function onKey(event: KeyboardEvent, step: string): void {
    const change = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!change) return;
    event.preventDefault();
    move(step, answer.indexOf(step) + change);
  }

  return (
    <Card exercise={exercise}>
      <ol class="exercise-steps" ref={list}>
        {answer.map((step, index) => (
          <li
            key={step}
            data-dragged={step === dragged || undefined}
            onKeyDown={(event) => onKey(event, step)}
          >
            <span
              class="exercise-grip needs-script"
              aria-hidden="true"
              onPointerDown={(event) => {
                event.preventDefault();
                setDragged(step);
              }}
            />
            <Html lang={lang} id={id} part={`step-${step}`} as="span" class="exercise-step" />
            <span class="exercise-movers needs-script">
              {([-1, 1] as const).map((change) => (
                <button
                  key={change}
                  type="button"
                  disabled={answer[index + change] === undefined}
                  aria-label={`${change < 0 ? t.up : t.down}: ${t.step(index + 1, answer.length)}`}
                  onClick={() => move(step, index + change)}
                >
                  <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
                    <path d={change < 0 ? 'M3 10l5-5 5 5' : 'M3 6l5 5 5-5'} />
                  </svg>
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p class="visually-hidden" role="status">
        {moved}
      </p>
    </Card>
  );
}
