// Answers to exercises: what was given, how often, with how much help.
import type { AnswerRecord } from './records.ts';
import { askToPersist, deviceName } from './device.ts';
import { progress } from './store.ts';

type Question = Pick<AnswerRecord, 'id' | 'lesson' | 'kind' | 'version'>;

export function readAnswer(id: string): Promise<AnswerRecord | undefined> {
  return progress().get('answers', id);
}

/** Records a marked answer; asks the browser to keep the site's data at the first one. */
export function recordAnswer(
  question: Question,
  answer: unknown,
  correct: boolean,
): Promise<AnswerRecord> {
  askToPersist();
  const device = deviceName();
  const at = Date.now();
  return progress().update('answers', question.id, (before) => ({
    ...fresh(question, before),
    ...question,
    ...{ answer, correct, at },
    attempts: { ...before?.attempts, [device]: (before?.attempts[device] ?? 0) + 1 },
    ...(correct ? { solvedAt: before?.solvedAt ?? at, solvedVersion: question.version } : {}),
  }));
}

/** Records that a hint was opened (`hints` = how many are open) or the solution looked at. */
export function recordHelp(
  question: Question,
  help: { readonly hints?: number; readonly solution?: boolean },
): Promise<AnswerRecord> {
  return progress().update('answers', question.id, (before) => ({
    ...fresh(question, before),
    hints: Math.max(before?.hints ?? 0, help.hints ?? 0),
    solution: (before?.solution ?? false) || (help.solution ?? false),
  }));
}

function fresh(question: Question, before: AnswerRecord | undefined): AnswerRecord {
  return (
    before ?? {
      ...question,
      ...{ answer: null, correct: false, attempts: {}, hints: 0, solution: false, at: Date.now() },
    }
  );
}
