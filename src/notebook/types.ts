// What the notebook says to the rest of the house: a cell as its author wrote it, and what came out of it.
import type { Tree } from './tree.ts';

/** A runnable block of a lesson, and where it stands in the file. */
export interface CellSource {
  readonly id: string;
  readonly code: string;
  /** 1-based line of the file on which the code begins. */
  readonly line: number;
  readonly file: string;
}

export type Scalar = number | string | boolean;

/** What a cell gave when it ran. */
export interface CellResult {
  readonly id: string;
  readonly outputs: readonly Tree[];
  readonly ms: number;
  /** Top-level names that the cell declares. */
  readonly defines: readonly string[];
  /** Names it takes from other cells. */
  readonly uses: readonly string[];
  /** Present values of those declared names that hold a single number, text or boolean. */
  readonly values: Readonly<Record<string, Scalar>>;
  /** Names of other cells whose values it changes in place, such as a model that it trains. */
  readonly touches?: readonly string[];
  /** A declared name that holds a loss, whose gradient can be checked. */
  readonly loss?: string;
}

/** Why a cell did not finish, in the reader's words. */
export interface CellFailure {
  readonly message: string;
  /** 1-based line and column inside the cell, where known. */
  readonly line?: number;
  readonly column?: number;
  /** The likely mend, one sentence. */
  readonly mend?: string;
  readonly kind: 'syntax' | 'names' | 'run' | 'waiting' | 'stopped';
}

export type Lang = 'en' | 'zh';
