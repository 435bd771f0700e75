import { expect, test } from 'vitest';
import { Generator, randn } from './index.ts';
import * as portable from './portable-math.ts';

test('the stream of a seed never changes', () => {
  const generator = new Generator(42);
  expect(Array.from({ length: 4 }, () => generator.bits())).toEqual(EXPECTED_BITS);
  expect(new Generator(42).normal()).toBe(EXPECTED_NORMAL);
});

const EXPECTED_BITS = [660444221, 3652823732, 77672526, 910233633];
const EXPECTED_NORMAL = -0.17089171626403835;

test('xoshiro128** agrees with its definition', () => {
  // State 1, 2, 3, 4 gives these numbers in the reference implementation of Blackman and Vigna.
  const generator = new Generator(0);
  (generator as unknown as { state: Uint32Array }).state.set([1, 2, 3, 4]);
  expect(Array.from({ length: 4 }, () => generator.bits())).toEqual([11520, 0, 5927040, 70819200]);
});

test('uniform, normal and whole numbers have their distributions', () => {
  const generator = new Generator(1);
  const n = 100_000;
  const mean = (f: (x: number) => number, draw: () => number) =>
    Array.from({ length: n }, draw).reduce((sum, x) => sum + f(x), 0) / n;
  expect(
    mean(
      (x) => x,
      () => generator.uniform(),
    ),
  ).toBeCloseTo(0.5, 2);
  expect(
    mean(
      (x) => x * x,
      () => generator.uniform(),
    ),
  ).toBeCloseTo(1 / 3, 2);
  expect(
    mean(
      (x) => x,
      () => generator.normal(),
    ),
  ).toBeCloseTo(0, 1);
  expect(
    mean(
      (x) => x * x,
      () => generator.normal(),
    ),
  ).toBeCloseTo(1, 1);
  expect(
    mean(
      (x) => x ** 4,
      () => generator.normal(),
    ),
  ).toBeCloseTo(3, 0);
  expect(
    mean(
      (x) => Number(Math.abs(x) < 1),
      () => generator.normal(),
    ),
  ).toBeCloseTo(0.6827, 2);
  const counts = new Array<number>(7).fill(0);
  for (let i = 0; i < n; i++) counts[generator.integer(7)]++;
  const chiSquare = counts.reduce((sum, c) => sum + (c - n / 7) ** 2 / (n / 7), 0);
  expect(chiSquare).toBeLessThan(22.5); // 0.1 % of the time it is larger, with 6 degrees of freedom
});

test('shuffling gives every order equally often', () => {
  const generator = new Generator(3);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = generator.shuffle([0, 1, 2]).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test('a generator of its own does not disturb the common stream', () => {
  const generator = new Generator(9);
  expect(randn([3], { generator }).tolist()).toEqual(
    randn([3], { generator: new Generator(9) }).tolist(),
  );
});

test('the portable functions agree with the host’s to a few units in the last place', () => {
  const generator = new Generator(5);
  const ranges: [keyof typeof portable, (x: number) => number, number, number][] = [
    ['exp', Math.exp, -700, 700],
    ['exp', Math.exp, -1, 1],
    ['expm1', Math.expm1, -2, 2],
    ['log', Math.log, 1e-300, 1e-290],
    ['log', Math.log, 0.5, 2],
    ['log1p', Math.log1p, -0.5, 3],
    ['tanh', Math.tanh, -4, 4],
    ['sin', Math.sin, 0.1, 3],
    ['cos', Math.cos, -1.5, 1.5],
    ['sin', (x) => Math.sin(x), 1001, 1003],
  ];
  for (const [name, expected, low, high] of ranges) {
    const actual = portable[name] as (x: number) => number;
    for (let i = 0; i < 2000; i++) {
      const x = low + (high - low) * generator.uniform();
      expect(Math.abs(actual(x) - expected(x))).toBeLessThanOrEqual(
        8 * 2 ** -53 * Math.max(Math.abs(expected(x)), 0.1),
      );
    }
  }
});

test('the portable functions know their ends', () => {
  const { cos, erf, exp, log, log1p, pow, sigmoid, softplus, tanh } = portable;
  expect([exp(Infinity), exp(-Infinity), exp(0), exp(1000), exp(-1000)]).toEqual([
    Infinity,
    0,
    1,
    Infinity,
    0,
  ]);
  expect([log(0), log(1), log(-1), log(Infinity), log(5e-324)]).toEqual([
    -Infinity,
    0,
    NaN,
    Infinity,
    Math.log(5e-324),
  ]);
  expect([log1p(0), log1p(-1), log1p(1e-20)]).toEqual([0, -Infinity, 1e-20]);
  expect([
    tanh(100),
    tanh(-100),
    sigmoid(1000),
    sigmoid(-1000),
    softplus(1000),
    softplus(-1000),
  ]).toEqual([1, -1, 1, 0, 1000, 0]);
  expect([pow(2, 10), pow(2, -2), pow(9, 0.5), pow(0, 2.5), pow(-8, 3)]).toEqual([
    1024, 0.25, 3, 0, -512,
  ]);
  expect(erf(0.5)).toBeCloseTo(0.5204998778130465, 14);
  expect(erf(-3)).toBeCloseTo(-0.9999779095030014, 14);
  expect(cos(Infinity)).toBeNaN();
});
