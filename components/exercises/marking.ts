// What a page needs once a reader answers: fetched then, not before.
export { check, isAnswer } from '../../src/exercises/check.ts';
export { loadExercise } from '../../src/exercises/load.ts';
export { firstVars } from '../../src/exercises/vars.ts';
export { Solution } from './solution.tsx';
export { runInSandbox } from './run-in-sandbox.ts';
