// What the degradation experiment is made of, and what page and worker say to each other about it. Free of the engine.

export const KINDS = ['plain', 'residual'] as const;
export type Kind = (typeof KINDS)[number];

/** 6n + 2 layers, n = 1 … 7. */
export const DEPTHS = [8, 14, 20, 26, 32, 38, 44] as const;
export const EPOCHS = 10;

export interface Settings {
  readonly depth: number;
  readonly learningRate: number;
  readonly seed: number;
}

/** A net after some epochs; epoch 0 is before the first step. */
export interface Mark {
  readonly epoch: number;
  /** Shares of training and of test digits that are misread. */
  readonly train: number;
  readonly test: number;
  /** For each convolution, the first one first: the norm of its weights' gradient, mean over the epoch's batches. */
  readonly norms: readonly number[];
}

export type Marks = Readonly<Record<Kind, readonly Mark[]>>;

/** One run of both nets. */
export interface Run {
  readonly settings: Settings;
  readonly marks: Marks;
}

export type Job =
  | ({ readonly type: 'race'; readonly data: string } & Settings)
  /** Times a few steps of both nets on noise. */
  | { readonly type: 'trial'; readonly depth: number };

export interface Report {
  readonly done: number;
  readonly steps: number;
  readonly seconds: number;
  readonly mark?: { readonly kind: Kind; readonly mark: Mark };
}

export interface Result {
  /** Seconds that all epochs of both nets take here. */
  readonly seconds: number;
  /** Did the compiled kernels run? Without SIMD their slower twins in JavaScript do. */
  readonly isFast: boolean;
}

/** The depth nearest to a number. */
export const nearestDepth = (depth: number): number =>
  Math.min(44, Math.max(8, 6 * Math.round((depth - 2) / 6) + 2));

export const keyOf = ({ depth, learningRate, seed }: Settings): string =>
  `${depth} ${learningRate} ${seed}`;

export const firstSettings = { learningRate: 0.05, seed: 1 } as const;
