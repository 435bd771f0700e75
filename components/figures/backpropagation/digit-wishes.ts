// What a half-trained net wishes for one handwritten digit: of its outputs, its hidden activations, its pixels, its weights.
import { IMAGES, NET } from './digit-data.ts';
import { gradients, type Gradients, type TwoLayers } from './two-layers.ts';

export const digitNet: TwoLayers = { inputs: 64, hidden: 16, outputs: 10, activation: 'sigmoid' };
export const imageCount = IMAGES.length;

/** The picture's label; the pictures run through the digits again and again. */
export const labelOf = (image: number): number => image % 10;

/** 64 pixels between 0 and 1. */
export const pixelsOf = (image: number): number[] =>
  [...IMAGES[image]!].map((letter) => parseInt(letter, 17) / 16);

export const targetOf = (image: number): number[] =>
  Array.from({ length: 10 }, (_, digit) => (digit === labelOf(image) ? 1 : 0));

/** Wishes are the gradient with its sign turned: where to go to make the loss smaller. */
export interface Wishes {
  readonly loss: number;
  readonly hidden: readonly number[];
  readonly output: readonly number[];
  /** What each output wants of itself: 2 (y − ŷ). */
  readonly ofOutput: readonly number[];
  readonly ofHidden: readonly number[];
  readonly ofPixels: readonly number[];
  /** Weights from hidden unit j into output k at [j * 10 + k]. */
  readonly ofWeights: readonly number[];
  readonly ofBias: readonly number[];
}

/**
 * @param list the net's parameters
 * @param only the output whose wishes are asked; all outputs if left out
 */
export function wishesFor(list: readonly number[], image: number, only?: number): Wishes {
  const target = targetOf(image);
  const found = gradients(digitNet, list, [pixelsOf(image)], [target], only);
  const negative = (values: readonly number[]): number[] => values.map((value) => -value);
  const second = 64 * 16 + 16;
  return {
    loss: found.loss,
    hidden: found.hidden,
    output: found.output,
    ofOutput: found.output.map((a, k) =>
      only === undefined || only === k ? 2 * (target[k]! - a) : 0,
    ),
    ofHidden: negative(found.hiddenSlopes),
    ofPixels: negative(found.inputSlopes),
    ofWeights: negative(found.parameters.slice(second, second + 160)),
    ofBias: negative(found.parameters.slice(second + 160)),
  };
}

const allPixels = IMAGES.map((_, i) => pixelsOf(i));
const allTargets = IMAGES.map((_, i) => targetOf(i));

/** Loss and hits over all pictures. */
export function score(list: readonly number[]): { loss: number; right: number } {
  const { loss, output } = gradients(digitNet, list, allPixels, allTargets);
  const right = IMAGES.filter(
    (_, i) => guessOf(output.slice(i * 10, i * 10 + 10)) === labelOf(i),
  ).length;
  return { loss, right };
}

export const guessOf = (output: readonly number[]): number => output.indexOf(Math.max(...output));

export const LEARNING_RATE = 0.5;

/** The parameters after some steps of gradient descent that serve one picture, or the mean over all. */
export function granted(image: number, whose: 'one' | 'all', steps: number): readonly number[] {
  let list: readonly number[] = NET;
  for (let step = 0; step < steps; step++) {
    const one = whose === 'one';
    const slopes: Gradients = gradients(
      digitNet,
      list,
      one ? [pixelsOf(image)] : allPixels,
      one ? [targetOf(image)] : allTargets,
    );
    list = list.map((value, i) => value - LEARNING_RATE * slopes.parameters[i]!);
  }
  return list;
}
