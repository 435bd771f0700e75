// One question after another, with numbers redrawn where the exercise allows.
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { loadLesson } from '../../src/exercises/load.ts';
import type { Exercise, Kind, Lang, Vars } from '../../src/exercises/types.ts';
import { drawVars, seedFrom } from '../../src/exercises/vars.ts';
import { reviewTexts } from '../../src/i18n/review.ts';
import { askToPersist } from '../../src/progress/device.ts';
import type { CardRecord } from '../../src/progress/records.ts';
import { afterAnswer } from '../../src/progress/review.ts';
import { progress } from '../../src/progress/store.ts';
import { fromNow } from './from-now.ts';
import { keepVars } from './html.tsx';
import type { LessonTitle } from './review.tsx';
import type { ExerciseProps } from './use-exercise.ts';

type View = ComponentType<ExerciseProps<Kind>>;

/** Each kind's component is fetched when a question of that kind comes up. */
const views: Readonly<Partial<Record<Kind, () => Promise<unknown>>>> = {
  choice: async () => (await import('./Choice.tsx')).Choice,
  number: async () => (await import('./NumberAnswer.tsx')).NumberAnswer,
  formula: async () => (await import('./FormulaAnswer.tsx')).FormulaAnswer,
  shape: async () => (await import('./ShapeAnswer.tsx')).ShapeAnswer,
  order: async () => (await import('./Order.tsx')).Order,
  match: async () => (await import('./Match.tsx')).Match,
  predict: async () => (await import('./Predict.tsx')).Predict,
  sketch: async () => (await import('./Sketch.tsx')).Sketch,
  bug: async () => (await import('./FindBug.tsx')).FindBug,
  code: async () => (await import('./CodeExercise.tsx')).CodeExercise,
};

interface Props {
  readonly lang: Lang;
  readonly lessons: readonly LessonTitle[];
  readonly cards: readonly CardRecord[];
  readonly onEnd: () => void;
}

interface Shown {
  readonly exercise: Exercise;
  readonly View: View;
  readonly vars: Vars;
}

export function ReviewSession({ lang, lessons, cards, onEnd }: Props) {
  const t = reviewTexts[lang];
  const [place, setPlace] = useState(0);
  const [brought, setBrought] = useState<{ at: number; found: Shown | 'gone' }>();
  const [next, setNext] = useState<CardRecord>();
  const [right, setRight] = useState(0);
  const isMarked = useRef(false);
  const heading = useRef<HTMLParagraphElement>(null);
  const card = cards[place];
  // What was brought for the question before must not be seen while this one is on its way.
  const shown = brought?.at === place ? brought.found : undefined;

  useEffect(() => {
    setNext(undefined);
    isMarked.current = false;
    if (card)
      void bring(card, lang).then((found) => setBrought({ at: place, found: found ?? 'gone' }));
  }, [place]);

  // The reader's keys and screen reader begin at the new question.
  useEffect(() => {
    if (shown) heading.current?.focus();
  }, [shown]);

  async function mark(outcome: Parameters<typeof afterAnswer>[2]): Promise<void> {
    if (isMarked.current) return; // the first try counts
    isMarked.current = true;
    askToPersist();
    if (outcome.correct) setRight((count) => count + 1);
    setNext(
      await progress().update('cards', card.id, (before) =>
        afterAnswer(before ?? card, card, outcome, Date.now()),
      ),
    );
  }

  if (!card)
    return (
      <>
        <p class="review-count">{t.finished(right, cards.length)}</p>
        <button type="button" class="exercise-check" onClick={onEnd}>
          OK
        </button>
      </>
    );
  const lesson = lessons.find((item) => item.lesson === card.lesson);
  return (
    <>
      <p class="review-place" tabIndex={-1} ref={heading}>
        <span>{t.left(cards.length - place)}</span>
        {lesson && (
          <span>
            {t.from} <a href={lesson.address}>{lesson.title}</a>
          </span>
        )}
      </p>
      {shown === 'gone' && <p>{t.changed}</p>}
      {shown && shown !== 'gone' && (
        <shown.View
          key={`${card.id}-${place}`}
          {...propsOf(shown.exercise)}
          review={{
            vars: shown.vars,
            onVerdict: ({ correct }, help) => void mark({ correct, ...help }),
          }}
        />
      )}
      <p class="review-on">
        <button
          type="button"
          class={next || shown === 'gone' ? 'exercise-check' : 'exercise-quiet'}
          onClick={() => setPlace(place + 1)}
        >
          {next || shown === 'gone' ? t.next : t.skip}
        </button>{' '}
        {next && <span class="exercise-label">{t.comesBack(fromNow(next.due, lang))}</span>}
      </p>
    </>
  );
}

async function bring(card: CardRecord, lang: Lang): Promise<Shown | undefined> {
  const exercises = await loadLesson(lang, card.lesson).catch(() => []);
  const exercise = exercises.find(({ id }) => id === card.id);
  const view = exercise && (await views[exercise.kind]?.());
  if (!exercise || !view) {
    if (exercises.length) await progress().remove('cards', card.id);
    return undefined;
  }
  const vars = drawVars(exercise, seedFrom(`${card.id}:${card.reps}`));
  keepVars(lang, exercise.id, vars);
  return { exercise, View: view as View, vars };
}

function propsOf({ id, version, outline, hints, lang, lesson }: Exercise): ExerciseProps<Kind> {
  return { id, version, outline, hints, lang, lesson };
}
