// What a cell finds around it when it runs: display, view and its controls, console, progress; all of it bound to this one run.
import { notebookText } from '../../i18n/notebook.ts';
import {
  type Control,
  button,
  choice,
  number,
  presentValue,
  showControl,
  slider,
  toggle,
} from '../display/controls.ts';
import { type Katex, tex } from '../display/formula.ts';
import { type ImageOptions, Images } from '../display/images.ts';
import { inspect } from '../display/inspect.ts';
import { cut, show, Table } from '../display/show.ts';
import { isTensor } from '../display/tensor.ts';
import { showTraining, type Training } from '../display/training.ts';
import { isRecords } from '../display/table.ts';
import type { ParsedCell } from '../parse/cell.ts';
import { el, type Tree } from '../tree.ts';
import type { Lang, Scalar } from '../types.ts';
import { placeOf } from './compile.ts';
import { type CellScope, StopSignal } from './notebook.ts';
import { sameMath } from './same-math.ts';

export interface ScopeHost {
  readonly lang: Lang;
  /** Shows a tree as the cell's n-th output, in the place of what stood there. */
  output(at: number, tree: Tree): void;
  now(): number;
  breathe(): Promise<void>;
  readonly plot: Record<string, unknown> | undefined;
  readonly katex: Katex | undefined;
  /** Length of the code before the cell's first line, for the columns of stack traces. */
  readonly headLength?: number;
}

const MOST_OUTPUTS = 200;
const BETWEEN_PICTURES = 60;

export function makeScope(
  cell: ParsedCell,
  controls: ReadonlyMap<string, Scalar>,
  host: ScopeHost,
): CellScope {
  const text = notebookText[host.lang];
  let count = 0;
  let dropped = 0;
  let views = 0;
  let isCancelled = false;
  let isClosed = false;
  const trainings: Training[] = [];
  const context = () => ({ text, katex: host.katex, prefix: `out-${cell.id}-${count}` });

  const put = (at: number, tree: Tree): void => {
    if (!isClosed) host.output(at, tree);
  };
  const add = (make: () => Tree): number => {
    if (count >= MOST_OUTPUTS) {
      dropped++;
      // The tail says how much is left out; not for every single one.
      if ((dropped & (dropped - 1)) === 0 || dropped % 1000 === 0)
        put(MOST_OUTPUTS, el('p', { class: 'out-note' }, text.cutOutput(dropped)));
      return -1;
    }
    const at = count++;
    put(at, make());
    return at;
  };

  const display = (value: unknown): unknown => {
    if (isAsyncIterable(value)) return follow(value);
    if (value instanceof Promise) return value.then(display);
    add(() => show(value, context()));
    return value;
  };

  /** Shows each value of a live source in the same place; progress objects as a training picture. */
  const follow = async (source: AsyncIterable<unknown>): Promise<unknown> => {
    let at = -1;
    let last: unknown;
    let training: { picture: ReturnType<typeof startTraining>; key: 'epoch' | 'step' } | undefined;
    for await (const value of source) {
      last = value;
      const key = progressKey(value);
      if (key !== undefined) {
        const record = value as Record<string, unknown>;
        const total = record[`${key}s`];
        training ??= {
          picture: startTraining(typeof total === 'number' ? total : undefined, text[key]),
          key,
        };
        training.picture.step();
        for (const [name, one] of Object.entries(record))
          if (
            typeof one === 'number' &&
            !['epoch', 'epochs', 'step', 'steps', 'seconds', 'remaining'].includes(name)
          )
            training.picture.report({ [name]: one });
        await training.picture.rest();
      } else {
        const tree = show(value, context());
        if (at < 0) at = add(() => tree);
        else put(at, tree);
        await rest();
      }
    }
    training?.picture.finish();
    return last;
  };

  const rest = async (): Promise<void> => {
    await host.breathe();
    if (isCancelled) throw new StopSignal();
  };

  const startTraining = (total: number | undefined, label: string) => {
    const training: Training = {
      label,
      total,
      done: 0,
      startedAt: host.now(),
      isOver: false,
      curves: new Map(),
    };
    const at = add(() => showTraining(training, host.now(), text));
    let drawnAt = host.now();
    let restedAt = drawnAt;
    const draw = (): void => {
      drawnAt = host.now();
      if (at >= 0) put(at, showTraining(training, drawnAt, text));
    };
    trainings.push(training);
    return {
      step(): void {
        training.done++;
        if (host.now() - drawnAt > BETWEEN_PICTURES) draw();
      },
      report(values: Readonly<Record<string, unknown>>): void {
        for (const [name, value] of Object.entries(values)) {
          const single = isTensor(value) ? Number(value.data[0]) : Number(value);
          const points = training.curves.get(name);
          if (points) points.push(single);
          else training.curves.set(name, [single]);
        }
        if (host.now() - drawnAt > BETWEEN_PICTURES) draw();
      },
      async rest(): Promise<void> {
        if (isCancelled) throw new StopSignal();
        if (host.now() - restedAt < 12) return;
        await rest();
        restedAt = host.now();
      },
      finish(): void {
        training.isOver = true;
        draw();
        trainings.splice(trainings.indexOf(training), 1);
      },
    };
  };
  const pictures: ReturnType<typeof startTraining>[] = [];

  async function* progress(
    source: number | Iterable<unknown> | AsyncIterable<unknown>,
    { label = text.epoch, total }: { label?: string; total?: number } = {},
  ) {
    const known =
      total ??
      (typeof source === 'number'
        ? source
        : ((source as { length?: number; size?: number }).length ??
          (source as { size?: number }).size));
    const picture = startTraining(known, label);
    pictures.push(picture);
    try {
      const values = typeof source === 'number' ? upTo(source) : source;
      for await (const value of values) {
        yield value;
        picture.step();
        await picture.rest();
      }
    } finally {
      pictures.splice(pictures.indexOf(picture), 1);
      picture.finish();
    }
  }

  const report = (values: Readonly<Record<string, unknown>>): void => {
    if (pictures.length === 0) pictures.push(startTraining(undefined, text.step));
    const picture = pictures.at(-1)!;
    picture.report(values);
  };

  const view = <T extends Scalar>(control: Control<T>): T => {
    const key = cell.views[views]?.name ?? `control-${views + 1}`;
    views++;
    const value = presentValue(control, controls.get(key));
    add(() => showControl(control as unknown as Control<Scalar>, key, value));
    return value;
  };

  /** A place in the output whose content is replaced with each call. */
  const slot = (): ((value: unknown) => void) => {
    let at = -1;
    return (value) => {
      const tree = show(value, context());
      if (at < 0) at = add(() => tree);
      else put(at, tree);
    };
  };

  const log =
    (kind: string) =>
    (...values: unknown[]) => {
      const line = placeOf(new Error(), cell.id, host.headLength ?? 0)?.line;
      add(() => {
        const attrs: Record<string, string | number> = {
          class: `out-console out-console-${kind}`,
          'data-kind': kind,
        };
        if (line !== undefined) attrs['data-line'] = line;
        const where =
          line === undefined ? [] : [el('span', { class: 'out-line' }, text.line(line))];
        return el(
          'div',
          attrs,
          el('pre', {}, cut(values.map((value) => inspect(value)).join(' '), text)),
          where,
        );
      });
    };

  const cellConsole = {
    log: log('log'),
    info: log('log'),
    debug: log('log'),
    warn: log('warn'),
    error: log('error'),
    table: (rows: unknown) =>
      void (isRecords(rows) ? add(() => show(rows, context())) : log('log')(rows)),
    assert: (isTrue: unknown, ...rest: unknown[]) =>
      void (isTrue || log('error')('Assertion failed', ...rest)),
  };

  return {
    names: {
      display,
      view,
      slider,
      number,
      choice,
      toggle,
      button,
      progress,
      report,
      slot,
      tex,
      images: (source: ConstructorParameters<typeof Images>[0], options: ImageOptions = {}) =>
        new Images(source, options),
      table: (rows: Table['rows'], options: Table['options'] = {}) => new Table(rows, options),
      console: cellConsole,
      Math: sameMath,
      ...(host.plot ? { Plot: host.plot } : {}),
    },
    cancel: () => void (isCancelled = true),
    close: () => void (isClosed = true),
  };
}

/** Which add-ons a cell needs: Plot, formulas. */
export function needsOf(cell: ParsedCell): { plot: boolean; katex: boolean } {
  return { plot: cell.free.includes('Plot'), katex: cell.free.includes('tex') };
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function progressKey(value: unknown): 'epoch' | 'step' | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return 'epoch' in value ? 'epoch' : 'step' in value ? 'step' : undefined;
}

function* upTo(count: number): Generator<number> {
  for (let i = 0; i < count; i++) yield i;
}
