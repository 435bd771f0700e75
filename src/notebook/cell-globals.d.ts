// What every cell may use without importing it. Kept out of the site's own program: only cells see these names.

type CellScalar = number | string | boolean;

/** Something that `view` shows and whose value others follow. */
interface CellControl<T extends CellScalar> {
  readonly kind: 'slider' | 'number' | 'choice' | 'toggle' | 'button';
  readonly value: T;
  readonly label?: string;
}

interface CellTensor {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/**
 * Shows a value below the cell: a number, text, tensor, array of records, Plot figure, formula, images.
 * An async iterable of `{ epoch, epochs, loss, … }` is shown live, as a training run; await it.
 */
declare function display<T>(value: AsyncIterable<T>): Promise<T | undefined>;
declare function display<T>(value: T): T;

/** Shows a control and gives its present value. Cells that use the name run again when the reader moves it. */
declare function view<T extends CellScalar>(control: CellControl<T>): T;

/** A number between `min` and `max`. */
declare function slider(options: {
  min: number;
  max: number;
  step?: number;
  value?: number;
  label?: string;
}): CellControl<number>;

/** A field for a number. */
declare function number(options?: {
  min?: number;
  max?: number;
  step?: number;
  value?: number;
  label?: string;
}): CellControl<number>;

/** One of several values. */
declare function choice<const T extends CellScalar>(
  options: readonly T[],
  settings?: { value?: NoInfer<T>; label?: string },
): CellControl<T>;

/** On or off. */
declare function toggle(options?: { value?: boolean; label?: string }): CellControl<boolean>;

/** Its value counts how often it was pressed. */
declare function button(label: string): CellControl<number>;

/**
 * Goes through numbers from 0 to `count` − 1, or through what is given, and shows how far it is.
 * The page stays usable meanwhile, and Stop works. Use it with `for await`.
 */
declare function progress(count: number, options?: { label?: string }): AsyncGenerator<number>;
declare function progress<T>(
  source: Iterable<T> | AsyncIterable<T>,
  options?: { label?: string; total?: number },
): AsyncGenerator<T>;

/** Adds a point to the curve of each named quantity of the running `progress`. */
declare function report(values: Readonly<Record<string, number | CellTensor>>): void;

/** A place in the output: each call of the result replaces what it shows. */
declare function slot(): (value: unknown) => void;

/** A formula, for `display`. */
declare function tex(source: string): object;
declare function tex(source: TemplateStringsArray, ...values: unknown[]): object;

/** Small pictures, for `display`: a tensor (N, H, W), (N, 1 or 3, H, W) or (N, side²), or a list of them. */
declare function images(
  source: CellTensor | readonly (CellTensor | ArrayLike<number>)[],
  options?: {
    labels?: readonly (string | number)[];
    columns?: number;
    range?: readonly [number, number];
    colours?: 'grey' | 'signed';
    most?: number;
    width?: number;
  },
): object;

/** A table, for `display`, with a choice of columns and number of rows. */
declare function table(
  rows: readonly object[],
  options?: { rows?: number; columns?: readonly string[] },
): object;
