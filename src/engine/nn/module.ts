// What all layers and models have in common: parameters found by themselves, training and evaluation mode, a dictionary of their state.

import { noGrad } from '../autograd.ts';
import { isSameShape, show } from '../shapes.ts';
import { Tensor } from '../tensor.ts';

/**
 * A layer or a model. A model of your own extends it, keeps tensors and other modules in fields (or lists in fields), and says in `forward` how
 * the result is computed.
 *
 * @example
 * class Line extends nn.Module {
 *   slope = tensor(2, { requiresGrad: true });
 *   forward(x) {
 *     return x.mul(this.slope);
 *   }
 * }
 * console.log(new Line().forward(tensor([1, 2])).tolist()); // [2, 4]
 */
export abstract class Module {
  /** True after `train()` (and at the start), false after `eval()`: Dropout and batch normalisation behave differently. */
  isTraining = true;

  /** Computes the module's result. */
  abstract forward(x: Tensor): Tensor;

  /** Names of the fields that hold tensors which are kept but not learned, such as running means. */
  get bufferNames(): readonly string[] {
    return [];
  }

  /** The modules directly inside, with their names. */
  namedChildren(): [name: string, child: Module][] {
    const children: [string, Module][] = [];
    for (const [name, value] of Object.entries(this)) {
      if (value instanceof Module) children.push([name, value]);
      else if (Array.isArray(value))
        value.forEach((item, i) => item instanceof Module && children.push([`${name}.${i}`, item]));
    }
    return children;
  }

  /** This module and all inside it, with dotted names; its own name is ''. */
  namedModules(prefix = ''): [name: string, module: Module][] {
    const inside = this.namedChildren().flatMap(([name, child]) =>
      child.namedModules(joined(prefix, name)),
    );
    return [[prefix, this], ...inside];
  }

  /**
   * All learned tensors with dotted names, such as `0.weight`.
   *
   * @example
   * const model = new nn.Sequential(new nn.Linear(2, 3), new nn.ReLU());
   * console.log(model.namedParameters().map(([name]) => name)); // ['0.weight', '0.bias']
   */
  namedParameters(): [name: string, parameter: Tensor][] {
    return this.namedTensors((module, name) => !module.bufferNames.includes(name));
  }

  /** All tensors that are kept but not learned, with dotted names. */
  namedBuffers(): [name: string, buffer: Tensor][] {
    return this.namedTensors((module, name) => module.bufferNames.includes(name));
  }

  /** All learned tensors: what an optimiser wants. */
  parameters(): Tensor[] {
    return this.namedParameters().map(([, parameter]) => parameter);
  }

  /** Training mode for this module and all inside. */
  train(isTraining = true): this {
    for (const [, module] of this.namedModules()) module.isTraining = isTraining;
    return this;
  }

  /** Evaluation mode: Dropout does nothing, batch normalisation uses its running statistics. */
  eval(): this {
    return this.train(false);
  }

  /** Forgets the gradients of all parameters. */
  zeroGrad(): void {
    for (const parameter of this.parameters()) parameter.zeroGrad();
  }

  /** Copies of all parameters and buffers by name. */
  stateDict(): Record<string, Tensor> {
    const entries = [...this.namedParameters(), ...this.namedBuffers()];
    return noGrad(() => Object.fromEntries(entries.map(([name, value]) => [name, value.clone()])));
  }

  /**
   * Takes over the numbers of a `stateDict`.
   *
   * @throws Error when names are missing, unknown, or shapes differ; nothing is changed then
   */
  loadStateDict(state: Readonly<Record<string, Tensor>>): void {
    const entries = [...this.namedParameters(), ...this.namedBuffers()];
    const missing = entries.map(([name]) => name).filter((name) => !Object.hasOwn(state, name));
    const known = new Set(entries.map(([name]) => name));
    const unknown = Object.keys(state).filter((name) => !known.has(name));
    if (missing.length > 0 || unknown.length > 0)
      throw new Error(
        `loadStateDict: the model and the dictionary differ${missing.length > 0 ? `; missing: ${missing.join(', ')}` : ''}${unknown.length > 0 ? `; unknown: ${unknown.join(', ')}` : ''}`,
      );
    for (const [name, value] of entries)
      if (!isSameShape(value.shape, state[name].shape))
        throw new RangeError(
          `loadStateDict: ${name} has shape ${show(value.shape)}, the dictionary holds ${show(state[name].shape)}`,
        );
    noGrad(() => entries.forEach(([name, value]) => value.copy_(state[name])));
  }

  private namedTensors(isWanted: (module: Module, name: string) => boolean): [string, Tensor][] {
    const found: [string, Tensor][] = [];
    const seen = new Set<Tensor>();
    for (const [prefix, module] of this.namedModules()) {
      for (const [field, value] of Object.entries(module)) {
        const list: [string, unknown][] = Array.isArray(value)
          ? value.map((item, i) => [`${field}.${i}`, item])
          : [[field, value]];
        for (const [name, item] of list) {
          if (!(item instanceof Tensor) || seen.has(item) || !isWanted(module, field)) continue;
          seen.add(item);
          found.push([joined(prefix, name), item]);
        }
      }
    }
    return found;
  }
}

function joined(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

/**
 * Layers whose results never leave them except through `forward`: inside Sequential their values need not outlive the graph. Models
 * written by the reader are not among them, since they may keep whatever they like.
 */
const builtIn = new Map<unknown, string>();

/** Notes that these classes, by their names, keep no tensor of their forward pass. */
export function declareBuiltIn(classes: Readonly<Record<string, unknown>>): void {
  for (const [name, each] of Object.entries(classes)) builtIn.set(each, name);
}

export function isBuiltIn(module: Module): boolean {
  return builtIn.has(module.constructor);
}

/** The name of the module's class; minifiers change the names of ours, so they are kept apart. */
export function kindOf(module: Module): string {
  return builtIn.get(module.constructor) ?? module.constructor.name;
}
