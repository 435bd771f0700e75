// The key of an exercise, shown on request, with the author's worked answer.
import type { ComponentChildren } from 'preact';
import type { Exercise, ExerciseOf, Kind, Vars } from '../../src/exercises/types.ts';
import { fixed } from '../../src/exercises/kinds/bug.ts';
import { show } from '../../src/exercises/vars.ts';
import { Html } from './html.tsx';

type View<K extends Kind> = (exercise: ExerciseOf<K>, vars: Vars) => ComponentChildren;

const part = ({ lang, id }: Exercise, name: string, as: 'div' | 'span' = 'span') => (
  <Html key={name} lang={lang} id={id} part={name} as={as} />
);

const program = (text: string) => (
  <pre class="exercise-pre" tabIndex={0}>
    <code>{text}</code>
  </pre>
);

const views: { readonly [K in Kind]: View<K> } = {
  choice: (exercise) => (
    <ul>
      {exercise.key.correct.map((option) => (
        <li key={option}>{part(exercise, `option-${option}`)}</li>
      ))}
    </ul>
  ),
  number: ({ key, outline }, vars) => (
    <p>
      <b>{show(key.answer(vars))}</b> {outline.unit}
    </p>
  ),
  formula: ({ key, outline }) => (
    <p>
      {outline.starts} <code>{key.answer}</code>
    </p>
  ),
  shape: ({ key }, vars) => (
    <p>
      <b>{show(key.answer(vars))}</b>
    </p>
  ),
  order: (exercise) => (
    <ol>
      {exercise.outline.steps.map((step) => (
        <li key={step}>{part(exercise, `step-${step}`)}</li>
      ))}
    </ol>
  ),
  match: (exercise) => (
    <ul>
      {exercise.outline.left.map((row) => (
        <li key={row}>
          {part(exercise, `left-${row}`)} — {part(exercise, `right-${exercise.key.pairs[row]}`)}
        </li>
      ))}
    </ul>
  ),
  predict: ({ key, outline }, vars) => (
    <p>
      <b>{show(key.answer(vars))}</b> {outline.unit}
    </p>
  ),
  sketch: () => null,
  act: () => null,
  bug: ({ key }) => program(fixed(key)),
  code: ({ key }) => program(key.solution),
};

export function Solution({ exercise, vars }: { exercise: Exercise; vars: Vars }) {
  const worked = exercise.parts.solution ? 'solution' : exercise.parts.right ? 'right' : undefined;
  return (
    <div class="exercise-solution">
      {(views[exercise.kind] as View<Kind>)(exercise, vars)}
      {worked && part(exercise, worked, 'div')}
      {exercise.kind === 'choice' &&
        !worked &&
        exercise.key.correct.map((option) => part(exercise, `why-${option}`, 'div'))}
    </div>
  );
}
