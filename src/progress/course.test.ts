// The course view counts what the reader did.
import { expect, test } from 'vitest';
import { courseProgress } from './course.ts';
import type { AnswerRecord } from './records.ts';

const index = {
  lines: [
    { id: 'lines-a', kind: 'choice', version: 1 },
    { id: 'lines-b', kind: 'number', version: 2 },
  ],
  layers: [{ id: 'layers-a', kind: 'choice', version: 1 }],
} as const;

const solved = (id: string, solvedVersion: number): AnswerRecord => ({
  ...{ id, lesson: 'lines', kind: 'choice', version: solvedVersion, answer: 'a', correct: true },
  ...{ attempts: { here: 1 }, hints: 0, solution: false, at: 1, solvedAt: 1, solvedVersion },
});

test('a lesson is untouched, begun, then done', () => {
  const states = (...answers: AnswerRecord[]) =>
    courseProgress(index, answers).map(({ state }) => state);
  expect(states()).toEqual(['untouched', 'untouched']);
  expect(states(solved('lines-a', 1))).toEqual(['begun', 'untouched']);
  expect(states(solved('lines-a', 1), solved('lines-b', 2))).toEqual(['done', 'untouched']);
});

test('a lesson that was only read is begun', () => {
  const [, layers] = courseProgress(index, [], [{ lesson: 'layers', section: 'relu', at: 1 }]);
  expect(layers).toMatchObject({ state: 'begun', done: 0, total: 1 });
});

test('an exercise whose question changed since is tried, not done', () => {
  const [lines] = courseProgress(index, [solved('lines-b', 1)]);
  expect(lines).toMatchObject({ done: 0, tried: 1, total: 2 });
  expect(lines.kinds.number).toEqual({ done: 0, tried: 1, total: 1 });
});

test('answers to exercises that are no longer in the course are not counted', () => {
  expect(courseProgress(index, [solved('gone', 1)])[0]).toMatchObject({ done: 0, tried: 0 });
});
