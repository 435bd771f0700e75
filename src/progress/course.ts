// What is done, begun and untouched, by lesson and kind.
import type { IndexEntry, Kind } from '../exercises/types.ts';
import { tries, type AnswerRecord, type PositionRecord } from './records.ts';

export interface Count {
  readonly done: number;
  readonly tried: number;
  readonly total: number;
}

export interface LessonProgress extends Count {
  readonly lesson: string;
  readonly state: 'untouched' | 'begun' | 'done';
  readonly kinds: Readonly<Partial<Record<Kind, Count>>>;
}

/**
 * One entry a lesson of the index. An exercise is done when its present version was solved, tried when it was
 * answered; a lesson is begun when anything in it was, or when it was read.
 */
export function courseProgress(
  index: Readonly<Record<string, readonly IndexEntry[]>>,
  answers: readonly AnswerRecord[],
  positions: readonly PositionRecord[] = [],
): LessonProgress[] {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return Object.entries(index).map(([lesson, exercises]) => {
    const kinds: Partial<Record<Kind, Count>> = {};
    let all: Count = { done: 0, tried: 0, total: 0 };
    for (const { id, kind, version } of exercises) {
      const answer = byId.get(id);
      const one: Count = {
        done: answer?.solvedVersion === version ? 1 : 0,
        tried: answer && tries(answer) ? 1 : 0,
        total: 1,
      };
      kinds[kind] = add(kinds[kind] ?? { done: 0, tried: 0, total: 0 }, one);
      all = add(all, one);
    }
    const wasRead = positions.some((position) => position.lesson === lesson);
    const state =
      all.total > 0 && all.done === all.total
        ? 'done'
        : all.tried || wasRead
          ? 'begun'
          : 'untouched';
    return { lesson, ...all, state, kinds };
  });
}

const add = (a: Count, b: Count): Count => ({
  done: a.done + b.done,
  tried: a.tried + b.tried,
  total: a.total + b.total,
});
