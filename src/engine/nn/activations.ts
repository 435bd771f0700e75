// Activations as layers. The functions and their derivatives: kernels/reference/unary.ts.

import { add, mul } from '../ops/arithmetic.ts';
import { show } from '../shapes.ts';
import { defaultGenerator, type Generator } from '../random.ts';
import { Tensor } from '../tensor.ts';
import { Module } from './module.ts';

/** max(x, 0) */
export class ReLU extends Module {
  forward(x: Tensor): Tensor {
    return x.relu();
  }
}

/** x where x > 0, else slope · x. */
export class LeakyReLU extends Module {
  readonly slope: number;

  constructor(slope = 0.01) {
    super();
    this.slope = slope;
  }

  forward(x: Tensor): Tensor {
    return x.leakyRelu(this.slope);
  }
}

/** Leaky ReLU whose slope is learned, one for all channels or one for each (dimension 1). He et al. 2015. */
export class PReLU extends Module {
  readonly weight: Tensor;

  constructor(channels = 1, start = 0.25) {
    super();
    this.weight = Tensor.from(new Float32Array(channels).fill(start), [channels]).requiresGrad_();
  }

  // max(x, 0) − weight · max(−x, 0)
  forward(x: Tensor): Tensor {
    const { weight } = this;
    if (weight.numel > 1 && (x.ndim < 2 || x.shape[1] !== weight.numel))
      throw new RangeError(
        `PReLU: ${weight.numel} slopes do not fit the channels of ${show(x.shape)}`,
      );
    const slope =
      weight.numel === 1 || x.ndim === 2
        ? weight
        : weight.reshape([-1, ...x.shape.slice(2).map(() => 1)]);
    return x.relu().sub(x.neg().relu().mul(slope));
  }
}

/** Leaky ReLU with a random slope from [lower, upper) for each number while training, and the mean of the two afterwards. Xu et al. 2015. */
export class RReLU extends Module {
  readonly lower: number;
  readonly upper: number;
  readonly generator: Generator;

  constructor(lower = 1 / 8, upper = 1 / 3, { generator = defaultGenerator } = {}) {
    super();
    this.lower = lower;
    this.upper = upper;
    this.generator = generator;
  }

  forward(x: Tensor): Tensor {
    if (!this.isTraining) return x.leakyRelu((this.lower + this.upper) / 2);
    const { lower, upper, generator } = this;
    const slopes = Float32Array.from(
      { length: x.numel },
      () => lower + (upper - lower) * generator.uniform(),
    );
    const negative = x.sub(x.relu());
    return add(x.relu(), mul(negative, Tensor.from(slopes, x.shape)));
  }
}

/** x where x > 0, else α (eˣ − 1). */
export class ELU extends Module {
  readonly alpha: number;

  constructor(alpha = 1) {
    super();
    this.alpha = alpha;
  }

  forward(x: Tensor): Tensor {
    return x.elu(this.alpha);
  }
}

/** x Φ(x) */
export class GELU extends Module {
  forward(x: Tensor): Tensor {
    return x.gelu();
  }
}

/** x σ(x) */
export class SiLU extends Module {
  forward(x: Tensor): Tensor {
    return x.silu();
  }
}

/** 1 / (1 + e⁻ˣ) */
export class Sigmoid extends Module {
  forward(x: Tensor): Tensor {
    return x.sigmoid();
  }
}

/** Hyperbolic tangent. */
export class Tanh extends Module {
  forward(x: Tensor): Tensor {
    return x.tanh();
  }
}

/** ln(1 + eˣ) */
export class Softplus extends Module {
  forward(x: Tensor): Tensor {
    return x.softplus();
  }
}

/** Softmax along `dim`. Not before `crossEntropy`, which takes logits. */
export class Softmax extends Module {
  readonly dim: number;

  constructor(dim = -1) {
    super();
    this.dim = dim;
  }

  forward(x: Tensor): Tensor {
    return x.softmax(this.dim);
  }
}
