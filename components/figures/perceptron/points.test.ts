import { expect, test } from 'vitest';
import {
  addPoint,
  movePoint,
  nearestPoint,
  ownPointsField,
  removePoint,
  samplesOf,
} from './points.ts';
import { presetOf } from './presets.ts';

const gate = presetOf('and');
const birds = presetOf('adelie-gentoo');

test('the first change of a gate makes its four points the reader’s own', () => {
  const own = addPoint(gate, null, { x: 0.5, y: 0.5, label: 1 });
  expect(own).toHaveLength(5);
  expect(samplesOf(gate, own)).toHaveLength(5);
  expect(samplesOf(gate, null)).toHaveLength(4);
});

test('real measurements can be added to, but neither moved nor removed', () => {
  const own = addPoint(birds, null, { x: 0, y: 0, label: 1 });
  expect(samplesOf(birds, own)).toHaveLength(275);
  expect(movePoint(birds, own, 3, { x: 1, y: 1, label: 1 })).toBe(own);
  expect(removePoint(birds, own, 3)).toBe(own);
  expect(removePoint(birds, own, 274)).toEqual([]);
});

test('a point cannot be lost outside the picture', () => {
  const own = movePoint(gate, null, 0, { x: -99, y: 99, label: 1 })!;
  expect(own[0]).toEqual({ x: -0.7, y: 1.7, label: 1 });
});

test('own points survive the way through a link, and a link can bring no nonsense', () => {
  const own = [
    { x: 1.25, y: -0.5, label: 1 },
    { x: 0, y: 3, label: -1 },
  ] as const;
  expect(ownPointsField.decode(ownPointsField.encode(own))).toEqual(own);
  expect(ownPointsField.decode(ownPointsField.encode([]))).toEqual([]);
  expect(ownPointsField.decode('')).toBeNull();
  expect(ownPointsField.decode('1,2,3')).toBeUndefined();
  expect(ownPointsField.decode('1,x,1')).toBeUndefined();
});

test('of several points in reach the nearest is meant, and none that is too far', () => {
  const place = ({ x, y }: { x: number; y: number }) => [x * 100, y * 100] as const;
  expect(nearestPoint(gate.samples, place, [95, 4], 22)).toBe(2);
  expect(nearestPoint(gate.samples, place, [50, 50], 22)).toBeUndefined();
});
