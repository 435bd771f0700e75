// What is stored of a reader's work, and how each record is checked before it is trusted.

/** The last answer to an exercise, and how the reader got there. */
export interface AnswerRecord {
  readonly id: string;
  readonly lesson: string;
  readonly kind: string;
  /** Version of the question that was answered. */
  readonly version: number;
  readonly answer: unknown;
  readonly correct: boolean;
  /** Tries by device, so that merging two devices' files counts none twice. */
  readonly attempts: Readonly<Record<string, number>>;
  /** Hints opened. */
  readonly hints: number;
  /** The solution was looked at. */
  readonly solution: boolean;
  /** Time of the last answer, in ms since 1970. */
  readonly at: number;
  /** Time of the first right answer. */
  readonly solvedAt?: number;
  /** The question's version at the first right answer. */
  readonly solvedVersion?: number;
}

/** A cell that the reader changed. */
export interface CellRecord {
  readonly lesson: string;
  readonly id: string;
  readonly source: string;
  /** Hash of the author's source that the change started from. */
  readonly baseHash: string;
  readonly at: number;
}

/** Where the reader was in a lesson. */
export interface PositionRecord {
  readonly lesson: string;
  /** The id of the section's heading; empty at the top. */
  readonly section: string;
  readonly at: number;
}

/** A question's place in the review schedule (ts-fsrs card, times in ms). */
export interface CardRecord {
  readonly id: string;
  readonly lesson: string;
  readonly due: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly scheduledDays: number;
  readonly learningSteps: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: number;
  readonly lastReview?: number;
  /** Time of the last change. */
  readonly at: number;
}

export interface Records {
  answers: AnswerRecord;
  cells: CellRecord;
  positions: PositionRecord;
  cards: CardRecord;
}

export type StoreName = keyof Records;

export const storeNames = ['answers', 'cells', 'positions', 'cards'] as const;

/** The key of a record in its store. */
export const keyOf: { readonly [S in StoreName]: (record: Records[S]) => string } = {
  answers: ({ id }) => id,
  cells: ({ lesson, id }) => `${lesson}/${id}`,
  positions: ({ lesson }) => lesson,
  cards: ({ id }) => id,
};

type Field = (value: unknown) => boolean;

const text: Field = (value) => typeof value === 'string' && value.length < 200_000;
const name: Field = (value) => typeof value === 'string' && value.length > 0 && value.length < 200;
const flag: Field = (value) => typeof value === 'boolean';
const finite: Field = (value) => typeof value === 'number' && Number.isFinite(value);
const count: Field = (value) => Number.isInteger(value) && (value as number) >= 0;
const optional =
  (field: Field): Field =>
  (value) =>
    value === undefined || field(value);
const counts: Field = (value) => isObject(value) && Object.values(value).every(count);
const any: Field = () => true;

const shapes: { readonly [S in StoreName]: Readonly<Record<keyof Records[S], Field>> } = {
  answers: {
    ...{ id: name, lesson: name, kind: name, version: count, answer: any, correct: flag },
    ...{ attempts: counts, hints: count, solution: flag, at: finite },
    ...{ solvedAt: optional(finite), solvedVersion: optional(count) },
  },
  cells: { lesson: name, id: name, source: text, baseHash: text, at: finite },
  positions: { lesson: name, section: text, at: finite },
  cards: {
    ...{ id: name, lesson: name, due: finite, stability: finite, difficulty: finite },
    ...{ scheduledDays: finite, learningSteps: count, reps: count, lapses: count, state: count },
    ...{ lastReview: optional(finite), at: finite },
  },
};

/** The record with its known fields only, or undefined when it is not a record of this store. */
export function readRecord<S extends StoreName>(store: S, value: unknown): Records[S] | undefined {
  if (!isObject(value)) return undefined;
  const shape: Readonly<Record<string, Field>> = shapes[store];
  const record: Record<string, unknown> = {};
  for (const [field, accepts] of Object.entries(shape)) {
    if (!accepts(value[field])) return undefined;
    if (value[field] !== undefined) record[field] = value[field];
  }
  return record as unknown as Records[S];
}

/** How two records of one thing become one: the newest wins, and what adds up adds up. */
export const merged: { readonly [S in StoreName]: (a: Records[S], b: Records[S]) => Records[S] } = {
  answers(a, b) {
    // A record without a try (a hint was opened) never hides an answer.
    const newest = tries(a) > 0 === tries(b) > 0 ? (a.at >= b.at ? a : b) : tries(a) ? a : b;
    const first = earliest(a, b);
    const attempts: Record<string, number> = { ...a.attempts };
    for (const [device, tries] of Object.entries(b.attempts))
      attempts[device] = Math.max(attempts[device] ?? 0, tries);
    return {
      ...newest,
      attempts,
      hints: Math.max(a.hints, b.hints),
      solution: a.solution || b.solution,
      ...(first
        ? {
            solvedAt: first.solvedAt,
            solvedVersion: Math.max(a.solvedVersion ?? 0, b.solvedVersion ?? 0),
          }
        : {}),
    };
  },
  cells: (a, b) => (a.at >= b.at ? a : b),
  positions: (a, b) => (a.at >= b.at ? a : b),
  cards: (a, b) => (a.at >= b.at ? a : b),
};

function earliest(a: AnswerRecord, b: AnswerRecord): AnswerRecord | undefined {
  if (a.solvedAt === undefined) return b.solvedAt === undefined ? undefined : b;
  return b.solvedAt === undefined || a.solvedAt <= b.solvedAt ? a : b;
}

/** Tries on all devices. */
export function tries({ attempts }: Pick<AnswerRecord, 'attempts'>): number {
  return Object.values(attempts).reduce((sum, item) => sum + item, 0);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
