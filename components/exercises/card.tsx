// The frame of every exercise: question, controls, check, hints, solution, and what the marking says.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Exercise, Kind } from '../../src/exercises/types.ts';
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { tries } from '../../src/progress/records.ts';
import { Html } from './html.tsx';
import { sentence } from './notes.ts';
import type { ExerciseState } from './use-exercise.ts';
import './exercises.css';

interface Props<K extends Kind> {
  readonly exercise: ExerciseState<K>;
  /** Key of the heading in the texts; the kind's own unless given. */
  readonly title?: keyof (typeof exerciseTexts)['en']['title'];
  readonly children?: ComponentChildren;
  /** What the main button says before the first check. */
  readonly action?: string;
  /** No second try: the truth is out. */
  readonly isFinal?: boolean;
  /** More to show under the verdict. */
  readonly detail?: ComponentChildren;
  /** Further quiet buttons. */
  readonly tools?: ComponentChildren;
}

export function Card<K extends Kind>(props: Props<K>) {
  const { exercise, children, detail, tools, isFinal } = props;
  const { id, lang, domId = id } = exercise.props;
  const t = exerciseTexts[lang];
  const { verdict, isBusy } = exercise;
  const heading = `exercise-${domId}`;
  const checkLabel = verdict && !isFinal ? t.checkAgain : (props.action ?? t.check);
  return (
    <section
      role="group"
      class="exercise"
      id={domId}
      data-kind={exercise.kind}
      data-state={stateOf(exercise)}
      aria-labelledby={heading}
      data-pagefind-ignore
    >
      <header class="exercise-head">
        <h3 class="exercise-title" id={heading}>
          {t.title[props.title ?? exercise.kind]}
        </h3>
        <Mark exercise={exercise} />
      </header>
      {/* No form: browsers lay out every form of a page at once to look for passwords, near or far. */}
      <div
        onKeyDown={(event) => {
          if (isEntered(event)) void exercise.check();
        }}
        onFocusIn={() => void exercise.load().catch(() => undefined)}
        onPointerDown={() => void exercise.load().catch(() => undefined)}
      >
        <Html lang={lang} id={id} part="ask" class="exercise-ask" />
        {exercise.isEarlier && !verdict && <p class="exercise-notice">{t.earlier}</p>}
        {children}
        <div class="exercise-actions needs-script">
          {!isFinal && !verdict?.correct && (
            <button
              class="exercise-check"
              type="button"
              aria-busy={isBusy}
              onClick={() => void exercise.check()}
            >
              {isBusy && exercise.kind === 'code' ? t.running : checkLabel}
            </button>
          )}
          {tools}
          <Help exercise={exercise} />
        </div>
      </div>
      <div class="exercise-said" role="status">
        {verdict && <Feedback exercise={exercise} />}
      </div>
      {detail}
      <Opened exercise={exercise} />
      {exercise.trouble && (verdict || exercise.record) && (
        <p class="exercise-notice">{t.trouble[exercise.trouble]}</p>
      )}
    </section>
  );
}

/** Enter in a field or on a choice checks the answer; within an unfinished word of Chinese it ends the word. */
const isEntered = ({ key, isComposing, target }: KeyboardEvent): boolean =>
  key === 'Enter' && !isComposing && target instanceof HTMLInputElement;

function stateOf<K extends Kind>({ record, verdict, props }: ExerciseState<K>): string {
  if (verdict) return verdict.correct ? 'right' : 'wrong';
  if (record?.solvedVersion === props.version) return 'right';
  return record && tries(record) ? 'tried' : 'new';
}

function Mark<K extends Kind>({ exercise }: { exercise: ExerciseState<K> }) {
  const { record, props } = exercise;
  const t = exerciseTexts[props.lang];
  if (!record) return null;
  if (record.solvedVersion === props.version) {
    const helped = record.solution || record.hints > 0;
    return (
      <span class="exercise-mark is-done">
        <Sign name="right" /> {record.solution ? t.seen : helped ? t.doneWithHelp : t.done}
      </span>
    );
  }
  if (record.solution) return <span class="exercise-mark">{t.seen}</span>;
  return tries(record) ? <span class="exercise-mark">{t.tried}</span> : null;
}

function Help<K extends Kind>({ exercise }: { exercise: ExerciseState<K> }) {
  const { hintsOpen, solutionOpen, props, verdict, record } = exercise;
  const t = exerciseTexts[props.lang];
  const [asked, setAsked] = useState(false);
  const hasTried = verdict !== undefined || (record !== undefined && tries(record) > 0);
  if (asked && !hasTried && !solutionOpen)
    return (
      <span class="exercise-ask-first">
        <span>{t.tryFirst}</span>
        <button type="button" class="exercise-quiet" onClick={() => setAsked(false)}>
          {t.iWillTry}
        </button>
        <button type="button" class="exercise-quiet" onClick={() => void exercise.openSolution()}>
          {t.showAnyway}
        </button>
      </span>
    );
  return (
    <>
      {hintsOpen < props.hints && !verdict?.correct && (
        <button type="button" class="exercise-quiet" onClick={() => void exercise.openHint()}>
          {hintsOpen ? t.nextHint : t.hint(1, 1)}
        </button>
      )}
      {!solutionOpen && (
        <button
          type="button"
          class="exercise-quiet"
          onClick={() => (hasTried ? void exercise.openSolution() : setAsked(true))}
        >
          {t.showSolution}
        </button>
      )}
    </>
  );
}

function Feedback<K extends Kind>({ exercise }: { exercise: ExerciseState<K> }) {
  const { verdict, props, loaded } = exercise;
  if (!verdict) return null;
  const { lang, id } = props;
  const t = exerciseTexts[lang];
  const isAnswer = loaded?.marking.isAnswer(verdict) ?? true;
  const said = sentence(verdict, exercise.kind, lang);
  if (!isAnswer) return <p class="exercise-notice">{said}</p>;
  const state = verdict.correct ? 'right' : 'wrong';
  return (
    <div class={`exercise-verdict is-${state}`}>
      <p class="exercise-verdict-head">
        <Sign name={state} />
        <span>
          <b>{verdict.correct ? t.right : t.notYet}</b> {said}
        </span>
      </p>
      {verdict.parts.map((part) => (
        <Html key={part} lang={lang} id={id} part={part} class="exercise-why" />
      ))}
    </div>
  );
}

function Opened<K extends Kind>({ exercise }: { exercise: ExerciseState<K> }) {
  const { hintsOpen, solutionOpen, loaded, props } = exercise;
  const { lang, id, hints } = props;
  const t = exerciseTexts[lang];
  if (!loaded || (!hintsOpen && !solutionOpen)) return null;
  const { Solution } = loaded.marking;
  return (
    <div class="exercise-help" aria-live="polite">
      {Array.from({ length: hintsOpen }, (_, index) => (
        <div key={index} class="exercise-hint">
          <span class="exercise-label">{t.hint(index + 1, hints)}</span>
          <Html lang={lang} id={id} part={`hint-${index}`} />
        </div>
      ))}
      {solutionOpen && (
        <div class="exercise-hint">
          <span class="exercise-label">{t.solution}</span>
          <Solution exercise={loaded.exercise as Exercise} vars={loaded.vars} />
        </div>
      )}
    </div>
  );
}

/** A tick or a cross; the words beside it say the same. */
export function Sign({ name }: { name: 'right' | 'wrong' }) {
  return (
    <svg
      class={`exercise-sign is-${name}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      <path d={name === 'right' ? 'M3 8.5l3.2 3.2L13 4.6' : 'M4 4l8 8M12 4l-8 8'} />
    </svg>
  );
}
