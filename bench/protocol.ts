// What an adapter of a library exports, and what it makes.

import type { Workload } from './workloads.ts';

export interface Peer {
  readonly name: string;
  init(wasmFolder?: string): { version: string } | Promise<{ version: string }>;
  /** true, or the reason why not. */
  supports(work: Workload): true | string;
  /** Fresh state for one workload. */
  make(work: Workload): Subject;
}

export interface Subject {
  /** One forward pass, backward pass and update; for products and inference one result. */
  step(): unknown;
  /** Waits for whatever is queued and returns the last loss. */
  sync(): number;
  /** Products and inference: one number of the result. */
  result?(): number | undefined;
  dispose?(): void;
}

/** Times of one library on one workload: milliseconds a step, one for each round. */
export interface Series {
  readonly peer: string;
  readonly times: number[];
}

/** What a host (Node or a page) can do with one library. */
export interface Runner {
  readonly key: string;
  readonly name: string;
  readonly version: string;
  ask(message: {
    command: string;
    work?: string;
    steps?: number;
  }): Promise<Record<string, unknown>>;
  close(): void | Promise<void>;
}
