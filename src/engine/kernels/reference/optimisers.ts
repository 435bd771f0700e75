// Reference kernels for one step of each optimiser on one parameter. The reader's versions, with the papers, are in `optimisers/`.

import { heap, NONE } from '../memory.ts';

export function sgd(
  p: number,
  g: number,
  v: number,
  n: number,
  learningRate: number,
  momentum: number,
  dampening: number,
  weightDecay: number,
  nesterov: number,
): void {
  const f32 = heap;
  for (let i = 0; i < n; i++) {
    const gradient = f32[g + i] + weightDecay * f32[p + i];
    let step = gradient;
    if (v !== NONE) {
      const velocity = momentum * f32[v + i] + (1 - dampening) * gradient;
      f32[v + i] = velocity;
      step = nesterov ? gradient + momentum * velocity : velocity;
    }
    f32[p + i] -= learningRate * step;
  }
}

export function adam(
  p: number,
  g: number,
  m: number,
  s: number,
  n: number,
  learningRate: number,
  beta1: number,
  beta2: number,
  eps: number,
  weightDecay: number,
  decoupled: number,
  correction1: number,
  correction2: number,
): void {
  const f32 = heap;
  for (let i = 0; i < n; i++) {
    let gradient = f32[g + i];
    if (decoupled) f32[p + i] -= learningRate * weightDecay * f32[p + i];
    else gradient += weightDecay * f32[p + i];
    f32[m + i] = beta1 * f32[m + i] + (1 - beta1) * gradient;
    f32[s + i] = beta2 * f32[s + i] + (1 - beta2) * gradient * gradient;
    f32[p + i] -=
      (learningRate * (f32[m + i] / correction1)) / (Math.sqrt(f32[s + i] / correction2) + eps);
  }
}

export function rmsprop(
  p: number,
  g: number,
  s: number,
  v: number,
  n: number,
  learningRate: number,
  alpha: number,
  eps: number,
  momentum: number,
  weightDecay: number,
): void {
  const f32 = heap;
  for (let i = 0; i < n; i++) {
    const gradient = f32[g + i] + weightDecay * f32[p + i];
    f32[s + i] = alpha * f32[s + i] + (1 - alpha) * gradient * gradient;
    let step = gradient / (Math.sqrt(f32[s + i]) + eps);
    if (v !== NONE) step = f32[v + i] = momentum * f32[v + i] + step;
    f32[p + i] -= learningRate * step;
  }
}

export function adagrad(
  p: number,
  g: number,
  s: number,
  n: number,
  learningRate: number,
  eps: number,
  weightDecay: number,
): void {
  const f32 = heap;
  for (let i = 0; i < n; i++) {
    const gradient = f32[g + i] + weightDecay * f32[p + i];
    f32[s + i] += gradient * gradient;
    f32[p + i] -= (learningRate * gradient) / (Math.sqrt(f32[s + i]) + eps);
  }
}
