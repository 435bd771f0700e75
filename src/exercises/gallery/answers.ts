// For the gallery: a right and a wrong answer to any exercise, from its key.
import type { Answers, Exercise, ExerciseOf, Kind } from '../types.ts';
import { firstVars } from '../vars.ts';

type Maker<K extends Kind> = (exercise: ExerciseOf<K>) => {
  readonly right: Answers[K];
  readonly wrong: Answers[K];
};

const makers: { readonly [K in Kind]: Maker<K> } = {
  choice: ({ key, outline }) => ({
    right: key.correct,
    wrong: [outline.options.find((option) => !key.correct.includes(option))!],
  }),
  number(exercise) {
    const vars = firstVars(exercise);
    return {
      right: String(exercise.key.answer(vars)),
      wrong: String(exercise.key.wrong[0].value(vars)),
    };
  },
  formula: ({ key }) => ({ right: key.answer, wrong: key.wrong[0].value }),
  shape(exercise) {
    const vars = firstVars(exercise);
    const text = (sizes: readonly number[]) => `(${sizes.join(', ')})`;
    return {
      right: text(exercise.key.answer(vars)),
      wrong: text(exercise.key.wrong[0].value(vars)),
    };
  },
  order: ({ outline }) => ({ right: outline.steps, wrong: [...outline.steps].reverse() }),
  match({ key, outline }) {
    const [first, second] = outline.left;
    const { pairs } = key;
    return { right: pairs, wrong: { ...pairs, [first]: pairs[second], [second]: pairs[first] } };
  },
  predict(exercise) {
    const { outline } = exercise;
    const truth = exercise.key.answer(firstVars(exercise));
    return { right: Math.round(truth / outline.step) * outline.step, wrong: outline.max };
  },
  sketch(exercise) {
    const vars = firstVars(exercise);
    const [from, to] = exercise.outline.x;
    const trace = (curve: (x: number) => number) =>
      Array.from({ length: 41 }, (_, i): [number, number] => {
        const x = from + ((to - from) * i) / 40;
        return [x, curve(x)];
      });
    return {
      right: trace((x) => exercise.key.truth(x, vars)),
      wrong: trace((x) => exercise.key.wrong[0].curve(x, vars)),
    };
  },
  act: ({ key }) => ({ right: key.solved, wrong: key.wrong[0].example }),
  bug: ({ key }) => ({ right: key.line, wrong: key.wrong[0].line }),
  code: ({ key }) => ({ right: key.solution, wrong: key.wrong[0].code }),
};

export function sampleAnswers(exercise: Exercise): { right: unknown; wrong: unknown } {
  return (makers[exercise.kind] as Maker<Kind>)(exercise as ExerciseOf<Kind>);
}
