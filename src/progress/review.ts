// The schedule by which questions come back (FSRS): a card for each answered exercise, its next day, its history.
import { createEmptyCard, fsrs, generatorParameters, Rating, type Card, type Grade } from 'ts-fsrs';
import { tries, type AnswerRecord, type CardRecord } from './records.ts';
import type { Progress } from './store.ts';

/** How an answer went, from which its next day follows. */
export interface Outcome {
  readonly correct: boolean;
  /** Hints that were open. */
  readonly hints: number;
  /** The solution was looked at. */
  readonly solution: boolean;
}

/** Kinds that need a figure of their lesson do not come back. */
const unfit = new Set(['act']);

const schedule = fsrs(
  generatorParameters({ enable_short_term: false, enable_fuzz: false, request_retention: 0.9 }),
);

/** Wrong or looked up: again; right with hints: hard; right: good. */
export function rating({ correct, hints, solution }: Outcome): Grade {
  if (!correct || solution) return Rating.Again;
  return hints > 0 ? Rating.Hard : Rating.Good;
}

/** The card after an answer; without a card before, its first. */
export function afterAnswer(
  card: CardRecord | undefined,
  question: Pick<CardRecord, 'id' | 'lesson'>,
  outcome: Outcome,
  at: number,
): CardRecord {
  const before = card ? toCard(card) : createEmptyCard(new Date(at));
  const { card: next } = schedule.next(before, new Date(at), rating(outcome));
  return {
    ...question,
    due: next.due.getTime(),
    stability: next.stability,
    difficulty: next.difficulty,
    scheduledDays: next.scheduled_days,
    learningSteps: next.learning_steps,
    reps: next.reps,
    lapses: next.lapses,
    state: next.state,
    lastReview: next.last_review?.getTime() ?? at,
    at,
  };
}

/** All cards; an exercise answered in its lesson that has none gets its first, as of the day of the answer. */
export async function allCards(progress: Progress): Promise<CardRecord[]> {
  const [answers, cards] = await Promise.all([progress.all('answers'), progress.all('cards')]);
  const known = new Set(cards.map(({ id }) => id));
  const fresh = answers.filter(
    (answer) => tries(answer) > 0 && !known.has(answer.id) && !unfit.has(answer.kind),
  );
  const added = fresh.map((answer) => firstCard(answer));
  for (const card of added) await progress.update('cards', card.id, (before) => before ?? card);
  return [...cards, ...added];
}

function firstCard(answer: AnswerRecord): CardRecord {
  // Right at last after several tries counts as hard-won.
  const hints = answer.hints + (tries(answer) > 1 ? 1 : 0);
  const { id, lesson, correct, solution, at } = answer;
  return afterAnswer(undefined, { id, lesson }, { correct, hints, solution }, at);
}

/** The cards that are due, lessons mixed, longest overdue first within a lesson. */
export async function dueCards(progress: Progress, now: number): Promise<CardRecord[]> {
  const due = (await allCards(progress)).filter((card) => card.due <= now);
  const lessons = new Map<string, CardRecord[]>();
  for (const card of due.sort((a, b) => a.due - b.due))
    lessons.set(card.lesson, [...(lessons.get(card.lesson) ?? []), card]);
  const mixed: CardRecord[] = [];
  for (let round = 0; mixed.length < due.length; round++)
    for (const list of lessons.values()) if (list[round]) mixed.push(list[round]);
  return mixed;
}

function toCard(card: CardRecord): Card {
  return {
    due: new Date(card.due),
    stability: card.stability,
    difficulty: card.difficulty,
    elapsed_days: 0,
    scheduled_days: card.scheduledDays,
    learning_steps: card.learningSteps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    ...(card.lastReview === undefined ? {} : { last_review: new Date(card.lastReview) }),
  };
}
