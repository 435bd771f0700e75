// Functions of one number, applied to every element. The functions and their derivatives: kernels/reference/unary.ts.

import { give, type Operation, own, record } from '../autograd.ts';
import type { UnaryName } from '../kernels/kernels.ts';
import { kernels } from '../kernels/kernels.ts';
import { heap } from '../kernels/memory.ts';
import { addressOf, reserve, safePoint } from '../storage.ts';
import { addressOfTensor, Tensor } from '../tensor.ts';

const operations = new Map<UnaryName, Operation>();

function operationFor(name: UnaryName): Operation {
  let operation = operations.get(name);
  if (operation === undefined) operations.set(name, (operation = makeOperation(name)));
  return operation;
}

function makeOperation(name: UnaryName): Operation {
  return {
    name,
    // ∂L/∂x = g · f′(x)
    backward(result, g) {
      const [x] = result.inputs;
      const dx = own(g);
      const at = addressOf(dx);
      const parameter = result.options as number;
      kernels.unaryBackward(
        name,
        addressOfTensor(x),
        addressOfTensor(result),
        at,
        at,
        dx.size,
        parameter,
      );
      give(x, dx);
    },
  };
}

/** f(x) elementwise; `parameter` is the slope of leakyRelu, the α of elu, the exponent of pow. */
export function unary(name: UnaryName, x: Tensor, parameter = 0): Tensor {
  safePoint();
  const result = new Tensor(x.shape, reserve(x.numel));
  kernels.unary(name, addressOfTensor(x), addressOf(result.storage), x.numel, parameter);
  return record(result, operationFor(name), [x], null, parameter);
}

const CLAMP: Operation = {
  name: 'clamp',
  // The gradient passes where x lies within the limits.
  backward(result, g) {
    const [x] = result.inputs;
    const [low, high] = result.options as [number, number];
    const dx = own(g);
    maskOutside(addressOfTensor(x), low, high, addressOf(dx), dx.size);
    give(x, dx);
  },
};

/** min(max(x, low), high) */
export function clamp(x: Tensor, low: number, high: number): Tensor {
  safePoint();
  const result = new Tensor(x.shape, reserve(x.numel));
  kernels.clamp(addressOfTensor(x), low, high, addressOf(result.storage), x.numel);
  return record(result, CLAMP, [x], null, [low, high]);
}

function maskOutside(x: number, low: number, high: number, dx: number, n: number): void {
  const numbers = heap;
  for (let i = 0; i < n; i++)
    if (numbers[x + i] < low || numbers[x + i] > high) numbers[dx + i] = 0;
}
