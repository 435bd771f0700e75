// What an exercise is, once collected from its lesson: rendered parts, an outline for the page, a key for marking.

export type Lang = 'en' | 'zh';

/** The values of an exercise's parameters: those of the lesson, or redrawn ones. */
export type Vars = Readonly<Record<string, unknown>>;

/** HTML made at build from the author's Markdown; `holes` fill the markers `@@0@@`, `@@1@@`, … in it. */
export interface Template {
  readonly html: string;
  readonly holes?: readonly ((vars: Vars) => unknown)[];
}

/** A key that is fixed, or computed from the parameters. */
export type Computed<T> = (vars: Vars) => T;

/** A known mistake: `part` names the explanation that it draws. */
interface Mistake {
  readonly part: string;
}

export interface Test {
  /** Expression in the reader's program. */
  readonly call: string;
  /** Expression that gives the expected value. */
  readonly gives: string;
  readonly hidden: boolean;
  /** Statements that run before the call. */
  readonly setup?: string;
}

/** What a page must know to draw an exercise; plain data, no answer in it. */
export interface Outlines {
  choice: { multiple: boolean; options: readonly string[] };
  number: { unit: string };
  formula: { variables: readonly string[]; starts: string };
  shape: Record<string, never>;
  order: { steps: readonly string[] };
  match: {
    left: readonly string[];
    right: readonly string[];
    /** Each side in plain text, as a screen reader says it. */
    spoken: Readonly<Record<string, { readonly left: string; readonly right: string }>>;
  };
  predict: { min: number; max: number; step: number; unit: string };
  sketch: {
    x: readonly [number, number];
    y: readonly [number, number];
    xLabel: string;
    yLabel: string;
  };
  act: { figure: string };
  bug: { lines: readonly string[] };
  code: { starter: string; visible: readonly Pick<Test, 'call' | 'gives'>[]; hidden: number };
}

/** What marking needs. */
export interface Keys {
  choice: { correct: readonly string[] };
  number: {
    answer: Computed<number>;
    tolerance?: number;
    units: Readonly<Record<string, number>>;
    wrong: readonly (Mistake & { value: Computed<number> })[];
  };
  formula: {
    answer: string;
    variables: Readonly<Record<string, readonly [number, number]>>;
    wrong: readonly (Mistake & { value: string })[];
  };
  shape: {
    answer: Computed<readonly number[]>;
    wrong: readonly (Mistake & { value: Computed<readonly number[]> })[];
  };
  order: {
    /** Rank of each step by id; steps of one rank may stand in any order. */
    ranks: Readonly<Record<string, number>>;
    wrong: readonly (Mistake & { first: string; then: string })[];
  };
  /** The right partner of each left item. */
  match: { pairs: Readonly<Record<string, string>> };
  predict: {
    answer: Computed<number>;
    tolerance: number;
    wrong: readonly (Mistake & { from: number; to: number })[];
  };
  sketch: {
    truth: (x: number, vars: Vars) => number;
    tolerance: number;
    wrong: readonly (Mistake & { curve: (x: number, vars: Vars) => number })[];
  };
  act: {
    check: (state: never) => boolean;
    solved: unknown;
    start: unknown;
    wrong: readonly (Mistake & { when: (state: never) => boolean; example: unknown })[];
  };
  bug: {
    line: number;
    fix: string;
    code: string;
    tests: readonly Test[];
    wrong: readonly (Mistake & { line: number })[];
  };
  code: {
    starter: string;
    solution: string;
    tests: readonly Test[];
    tolerance: number;
    wrong: readonly (Mistake & { code: string })[];
  };
}

export type Kind = keyof Keys;

/** What a reader hands in; stored as it is. */
export interface Answers {
  choice: readonly string[];
  number: string;
  formula: string;
  shape: string;
  order: readonly string[];
  match: Readonly<Record<string, string>>;
  predict: number;
  sketch: readonly (readonly [number, number])[];
  act: unknown;
  bug: number;
  code: string;
}

/**
 * One exercise of one lesson in one language. Parts: `ask`, `right`, `hint-0` …, `solution` if there is one,
 * `option-<id>`, `step-<id>`, … by kind.
 */
export interface ExerciseOf<K extends Kind> {
  readonly id: string;
  readonly version: number;
  readonly kind: K;
  readonly lesson: string;
  readonly lang: Lang;
  /** Where it stands, for messages. */
  readonly line: number;
  /** Each parameter: a value, or a list of the values it may take (the lesson shows the first). */
  readonly vars: Readonly<Record<string, unknown>>;
  readonly where?: (vars: Vars) => boolean;
  readonly hints: number;
  readonly parts: Readonly<Record<string, Template>>;
  readonly outline: Outlines[K];
  readonly key: Keys[K];
}

export type Exercise = { [K in Kind]: ExerciseOf<K> }[Kind];

/** The result of marking. `parts` are the explanations to show, `note` a sentence of the interface. */
export interface Verdict {
  readonly correct: boolean;
  readonly parts: readonly string[];
  readonly note?: Note;
  /** What the marking found out, for the kinds that show more than words. */
  readonly detail?: unknown;
}

/** Sentences of the interface that marking can ask for (texts in src/i18n/exercises.ts). */
export type Note =
  | { readonly name: 'unreadable-number' | 'unreadable-shape' | 'nothing' | 'some-missing' }
  | { readonly name: 'unreadable-formula'; readonly at: string }
  | { readonly name: 'unknown-name'; readonly at: string }
  | { readonly name: 'wrong-length'; readonly found: number; readonly expected: number }
  | { readonly name: 'low' | 'high' | 'close' | 'not-yet' | 'sure-line' }
  | { readonly name: 'count'; readonly right: number; readonly of: number }
  | { readonly name: 'failed-run'; readonly message: string; readonly line?: number }
  | { readonly name: 'too-slow'; readonly seconds: number };

/** What the course view knows of an exercise. */
export interface IndexEntry {
  readonly id: string;
  readonly kind: Kind;
  readonly version: number;
}
