// One source of chance: xoshiro128** (Blackman and Vigna 2018), seeded through splitmix32. Whole-number arithmetic and portable
// logarithms only, so the same seed gives the same numbers in Node and in every browser.

import { log } from './portable-math.ts';

/**
 * A stream of random numbers set by its seed.
 *
 * @example
 * const dice = new Generator(7);
 * console.log(dice.integer(6) === new Generator(7).integer(6)); // true
 */
export class Generator {
  private readonly state = new Uint32Array(4);
  /** The polar method makes two normal numbers at a time; the second waits here. */
  private spare = NaN;

  constructor(seed = 0) {
    this.manualSeed(seed);
  }

  /** Starts the stream again from `seed`, any whole number. */
  manualSeed(seed: number): this {
    let s = Math.floor(seed) >>> 0;
    for (let i = 0; i < 4; i++) {
      s = (s + 0x9e3779b9) >>> 0;
      let t = s ^ (s >>> 16);
      t = Math.imul(t, 0x21f0aaad);
      t ^= t >>> 15;
      t = Math.imul(t, 0x735a2d97);
      this.state[i] = t ^ (t >>> 15);
    }
    this.spare = NaN;
    return this;
  }

  /** 32 random bits as a whole number from 0 to 2³² − 1. */
  bits(): number {
    const s = this.state;
    const product = Math.imul(s[1], 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const t = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = (s[3] << 11) | (s[3] >>> 21);
    return result;
  }

  /** A number in [0, 1): a multiple of 2⁻²⁴, so it is exact in float32. */
  uniform(): number {
    return (this.bits() >>> 8) / 16777216;
  }

  /** A number from the normal distribution with mean 0 and standard deviation 1 (Marsaglia's polar method). */
  normal(): number {
    if (this.spare === this.spare) {
      const value = this.spare;
      this.spare = NaN;
      return value;
    }
    let x: number;
    let y: number;
    let radius: number;
    do {
      x = 2 * this.uniform() - 1;
      y = 2 * this.uniform() - 1;
      radius = x * x + y * y;
    } while (radius >= 1 || radius === 0);
    const scale = Math.sqrt((-2 * log(radius)) / radius);
    this.spare = y * scale;
    return x * scale;
  }

  /** A whole number from 0 to n − 1, each equally likely. */
  integer(n: number): number {
    if (!(n >= 1)) throw new RangeError(`integer: needs n ≥ 1, found ${n}`);
    const limit = 4294967296 - (4294967296 % n);
    let bits: number;
    do bits = this.bits();
    while (bits >= limit);
    return bits % n;
  }

  /** Puts `array` into random order, in place (Fisher and Yates). */
  shuffle<List extends { [index: number]: unknown; readonly length: number }>(array: List): List {
    for (let i = array.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      const kept = array[i];
      array[i] = array[j];
      array[j] = kept;
    }
    return array;
  }
}

/** The generator behind `randn`, initial weights, dropout and shuffling, unless they are given another. */
export const defaultGenerator = new Generator(0);

/**
 * Starts the common stream of random numbers again.
 *
 * @example
 * manualSeed(1);
 * const first = rand(2).tolist();
 * manualSeed(1);
 * console.log(String(first) === String(rand(2).tolist())); // true
 */
export function manualSeed(seed: number): void {
  defaultGenerator.manualSeed(seed);
}
