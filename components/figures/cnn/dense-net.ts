// A dense net with about as many parameters as the convolutional one: 8,755.
import { Generator, nn } from '../../../src/engine/index.ts';

export function buildDense(seed = 1): nn.Sequential {
  const generator = new Generator(seed);
  return new nn.Sequential(
    new nn.Flatten(),
    new nn.Linear(784, 11, { generator }),
    new nn.ReLU(),
    new nn.Linear(11, 10, { generator }),
  );
}
