// Runs the cells of one lesson: each after what it needs, each again when something it uses has changed, none without reason.
import { notebookText, type NotebookText } from '../../i18n/notebook.ts';
import { type Import, type ParsedCell, parseCell } from '../parse/cell.ts';
import type { Tree } from '../tree.ts';
import type { CellFailure, Lang, Scalar } from '../types.ts';
import { compile, headLength } from './compile.ts';
import { explain } from './explain.ts';
import { fingerprint } from './fingerprint.ts';
import { type Graph, inOrder, makeGraph, withFollowers } from './graph.ts';
import { scalarsOf } from './scalars.ts';
import { hashText } from './hash.ts';

export type NotebookEvent =
  /** These cells will run now, in this order, because those names changed. */
  | {
      readonly type: 'plan';
      readonly cells: readonly string[];
      readonly because: readonly string[];
    }
  | { readonly type: 'start'; readonly cell: string }
  | { readonly type: 'output'; readonly cell: string; readonly at: number; readonly tree: Tree }
  | {
      readonly type: 'end';
      readonly cell: string;
      readonly ms: number;
      readonly values: Record<string, Scalar>;
      readonly defines: readonly string[];
      readonly uses: readonly string[];
      readonly touches: readonly string[];
      /** Names a value whose gradient can be checked. */
      readonly loss?: string;
      /** Stands for all that went into the shown output. */
      readonly key: string;
    }
  | { readonly type: 'fail'; readonly cell: string; readonly failure: CellFailure }
  | { readonly type: 'stale'; readonly cells: Readonly<Record<string, readonly string[]>> }
  | { readonly type: 'idle' };

/** What a cell finds when it runs: `display`, `view`, `console`, `progress` and the like. */
export interface CellScope {
  readonly names: Readonly<Record<string, unknown>>;
  /** Asks a running `progress` to end at its next step. */
  cancel(): void;
  /** Nothing more is shown after this. */
  close(): void;
}

export interface NotebookHost {
  readonly lang: Lang;
  post(event: NotebookEvent): void;
  /** The module a cell imports, or undefined. */
  load(name: string): Promise<Record<string, unknown> | undefined>;
  /** @param isSilent shows nothing: the cell is only evaluated */
  scope(
    cell: ParsedCell,
    controls: ReadonlyMap<string, Scalar>,
    isSilent?: boolean,
  ): Promise<CellScope>;
  /** Seeds the engine's generator, so that a cell gives the same whenever it runs. */
  seed(seed: number): Promise<void>;
  now(): number;
  /** Lets messages in between two cells. */
  breathe(): Promise<void>;
}

export interface CellText {
  readonly id: string;
  readonly code: string;
  /** The lesson's own text, from which the output on the page came. */
  readonly original?: string;
  /** Stands for what the shown output was made from; null when it is known to be out of date. */
  readonly shown?: string | null;
  readonly touches?: readonly string[];
}

interface CellState {
  code: string;
  parsed: ParsedCell | undefined;
  failure: CellFailure | undefined;
  readonly controls: Map<string, Scalar>;
  /** The key under which the cell last ran to its end here. */
  ran: string | undefined;
  shown: string | null;
  touches: Set<string>;
}

/** Thrown inside a cell that was asked to stop. */
export class StopSignal extends Error {}

export const seedOf = (lesson: string, cell: string): number =>
  Number.parseInt(hashText(`${lesson}/${cell}`).slice(0, 7), 36) % 1_000_000_007;

export class Notebook {
  private readonly text: NotebookText;
  private readonly cells = new Map<string, CellState>();
  private graph: Graph;
  private readonly values = new Map<string, unknown>();
  /** For each name, the cells that changed its value in place since it was made. */
  private readonly changedBy = new Map<string, string[]>();
  private readonly host: NotebookHost;
  private readonly lesson: string;
  private readonly waiting = new Set<string>();
  private because = new Set<string>();
  private isBusy = false;
  private isStopping = false;
  private current: { id: string; scope: CellScope; isCancelled: boolean } | undefined;
  private readonly scopes = new Map<string, CellScope>();

  constructor(lesson: string, cells: readonly CellText[], host: NotebookHost) {
    this.lesson = lesson;
    this.host = host;
    this.text = notebookText[host.lang];
    for (const cell of cells) {
      this.cells.set(cell.id, {
        ...this.parse(cell.id, cell.original ?? cell.code),
        code: cell.original ?? cell.code,
        controls: new Map(),
        ran: undefined,
        shown: null,
        touches: new Set(cell.touches ?? []),
      });
    }
    this.graph = this.makeGraph();
    const originals = this.keys();
    for (const { id, shown } of cells)
      this.state(id).shown = shown === undefined ? originals.get(id)! : shown;
    for (const { id, code } of cells) this.setCode(id, code);
  }

  /** Gives a cell new text; nothing runs. */
  setCode(id: string, code: string): void {
    const state = this.state(id);
    if (state.code === code) return;
    Object.assign(state, { code, ...this.parse(id, code) });
    this.graph = this.makeGraph();
  }

  /** Sets a control and runs what follows from it. */
  setControl(id: string, key: string, value: Scalar): Promise<void> {
    const state = this.state(id);
    state.controls.set(key, value);
    const view = state.parsed?.views.find(({ name }) => name === key);
    const canReplace = view && !view.usedHere && state.ran !== undefined && this.current?.id !== id;
    if (canReplace) {
      this.values.set(key, value);
      const mine = this.keys().get(id)!;
      state.ran = mine;
      state.shown = mine;
      this.host.post({
        type: 'end',
        cell: id,
        ms: 0,
        ...this.about(id, { [key]: value }),
        key: mine,
      });
      return this.request(this.staleAmong(withFollowers(this.graph, [id]), id), [key]);
    }
    return this.request([id], [key]);
  }

  /** Presets controls, as a shared link does; nothing runs. */
  presetControl(id: string, key: string, value: Scalar): void {
    this.cells.get(id)?.controls.set(key, value);
  }

  /** Lets go of what was set; the cell's text decides again. Nothing runs. */
  releaseControls(id: string): void {
    this.state(id).controls.clear();
  }

  /** Runs the given cells, whatever they need, and whatever follows from a change in them. */
  run(ids: readonly string[] = this.graph.ids): Promise<void> {
    return this.request(ids, []);
  }

  stop(): void {
    this.isStopping = true;
    this.waiting.clear();
    if (this.current) this.current.isCancelled = true;
    this.current?.scope.cancel();
  }

  /** For every cell whose shown output is out of date, the names that changed. */
  stale(): Record<string, string[]> {
    const keys = this.keys();
    const found: Record<string, string[]> = {};
    for (const id of this.graph.ids) {
      if (this.state(id).shown === keys.get(id)) continue;
      const names = this.graph.uses.get(id)!;
      found[id] = names.filter((name) => {
        const owners = [this.graph.definer.get(name)!, ...this.graph.changersBefore(name, id)];
        return owners.some((owner) => this.state(owner).shown !== keys.get(owner));
      });
    }
    return found;
  }

  get lang(): Lang {
    return this.host.lang;
  }

  /** The values a cell takes from others, once what it needs has run. */
  async inputsOf(id: string): Promise<Map<string, unknown>> {
    await this.request([...this.graph.needs.get(id)!], []);
    return this.inputs(this.state(id).parsed!);
  }

  /** Runs a cell's code without showing or keeping anything. `hook` meets each declared name right after its declaration. */
  async evaluate(
    id: string,
    hook: (name: string, value: unknown) => void,
  ): Promise<Record<string, unknown>> {
    const { parsed, controls } = this.state(id);
    if (!parsed) throw new Error(this.text.syntax);
    const scope = await this.host.scope(parsed, controls, true);
    const inputs = await this.withScope(parsed, scope);
    inputs.set('$hook', hook);
    await this.host.seed(seedOf(this.lesson, id));
    return compile(parsed, [...inputs.keys()], '$hook')(...inputs.values());
  }

  private state(id: string): CellState {
    const state = this.cells.get(id);
    if (!state) throw new Error(`There is no cell “${id}”.`);
    return state;
  }

  private parse(id: string, code: string): Pick<CellState, 'parsed' | 'failure'> {
    try {
      return { parsed: parseCell(id, code), failure: undefined };
    } catch (failure) {
      return {
        parsed: undefined,
        failure: explain(failure, { id, code, text: this.text, names: [] }),
      };
    }
  }

  private makeGraph(): Graph {
    const nothing = {
      js: '',
      defines: [],
      free: [],
      assigns: [],
      imports: [],
      declarations: [],
      views: [],
    };
    const parsed = [...this.cells].map(([id, state]) => state.parsed ?? { id, ...nothing });
    const touches = new Map([...this.cells].map(([id, state]) => [id, state.touches]));
    return makeGraph(parsed, touches, this.text);
  }

  /** For each cell a text that stands for all that goes into its output. */
  private keys(): Map<string, string> {
    const keys = new Map<string, string>();
    const keyOf = (id: string, path: readonly string[]): string => {
      const known = keys.get(id);
      if (known !== undefined) return known;
      if (path.includes(id)) return 'circle';
      const state = this.state(id);
      const controls = [...state.controls].sort().map(([name, value]) => `${name}=${value}`);
      const needs = [...this.graph.needs.get(id)!].map((other) => keyOf(other, [...path, id]));
      const key = hashText([state.code, ...controls, '|', ...needs].join('\n'));
      keys.set(id, key);
      return key;
    };
    for (const id of this.graph.ids) keyOf(id, []);
    return keys;
  }

  private staleAmong(ids: ReadonlySet<string>, except: string): string[] {
    const keys = this.keys();
    return [...ids].filter((id) => id !== except && this.state(id).shown !== keys.get(id));
  }

  private async request(ids: readonly string[], because: readonly string[]): Promise<void> {
    for (const id of ids) this.waiting.add(id);
    for (const name of because) this.because.add(name);
    if (this.current && withFollowers(this.graph, ids).has(this.current.id)) {
      // The running cell is about to be run again: no use in finishing.
      this.waiting.add(this.current.id);
      this.current.isCancelled = true;
      this.current.scope.cancel();
    }
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      while (this.waiting.size > 0) {
        const wanted = new Set(this.waiting);
        const names = [...this.because];
        this.waiting.clear();
        this.because = new Set();
        this.isStopping = false;
        await this.pass(wanted, names);
      }
    } finally {
      this.isBusy = false;
      this.host.post({ type: 'stale', cells: this.stale() });
      this.host.post({ type: 'idle' });
    }
  }

  private async pass(wanted: ReadonlySet<string>, because: readonly string[]): Promise<void> {
    const keys = this.keys();
    const followers = withFollowers(this.graph, wanted);
    const show = new Set(
      [...followers].filter((id) => wanted.has(id) || this.state(id).shown !== keys.get(id)),
    );
    const order = inOrder(this.graph, this.complete(show, keys));
    this.host.post({ type: 'plan', cells: order, because });
    const failed = new Set<string>();
    for (const id of order) {
      if (this.isStopping || this.isOvertaken(order, id)) break;
      const blocked = [...this.graph.needs.get(id)!].find(
        (other) => failed.has(other) || this.state(other).ran === undefined,
      );
      const failure = this.state(id).failure ?? this.graph.failures.get(id);
      if (failure) this.fail(id, failure, failed);
      else if (blocked)
        this.fail(id, { kind: 'waiting', message: this.text.waits(blocked) }, failed);
      else await this.execute(id, failed);
      await this.host.breathe();
    }
  }

  /** A newer request wants an earlier part of this pass again: leave the rest to it. */
  private isOvertaken(order: readonly string[], id: string): boolean {
    if (this.waiting.size === 0) return false;
    const again = withFollowers(this.graph, this.waiting);
    for (const other of order.slice(order.indexOf(id))) this.waiting.add(other);
    return again.size > 0;
  }

  /** Adds the cells that must run first: never run here, or made from something that has changed or was changed in place. */
  private complete(show: ReadonlySet<string>, keys: ReadonlyMap<string, string>): Set<string> {
    const needed = new Set<string>();
    const add = (id: string): void => {
      if (needed.has(id)) return;
      needed.add(id);
      const defines = this.state(id).parsed?.defines ?? [];
      // What it makes anew must be changed anew by those that change it.
      for (const other of this.graph.ids)
        if (other !== id && defines.some((name) => this.state(other).touches.has(name)))
          this.state(other).ran = undefined;
    };
    show.forEach(add);
    for (let size = -1; size !== needed.size;) {
      size = needed.size;
      for (const id of [...needed]) {
        for (const other of this.graph.needs.get(id)!)
          if (this.state(other).ran === undefined || this.state(other).ran !== keys.get(other))
            add(other);
        for (const name of this.graph.uses.get(id)!) {
          const owner = this.graph.definer.get(name)!;
          const right = this.graph.changersBefore(name, id);
          const tooMany = (this.changedBy.get(name) ?? []).some((other) => !right.includes(other));
          if (tooMany) add(owner);
        }
      }
    }
    return needed;
  }

  private fail(id: string, failure: CellFailure, failed: Set<string>): void {
    failed.add(id);
    const state = this.state(id);
    state.ran = undefined;
    state.shown = null;
    for (const name of state.parsed?.defines ?? []) this.values.delete(name);
    this.host.post({ type: 'fail', cell: id, failure });
  }

  private async execute(id: string, failed: Set<string>): Promise<void> {
    const state = this.state(id);
    const parsed = state.parsed!;
    this.host.post({ type: 'start', cell: id });
    this.scopes.get(id)?.close();
    let names: readonly string[] = [];
    try {
      const scope = await this.host.scope(parsed, state.controls);
      this.scopes.set(id, scope);
      this.current = { id, scope, isCancelled: false };
      const inputs = await this.withScope(parsed, scope);
      names = [...inputs.keys()];
      const marks = this.marks(id);
      await this.host.seed(seedOf(this.lesson, id));
      const start = this.host.now();
      const results = await compile(parsed, names)(...inputs.values());
      const ms = this.host.now() - start;
      if (this.current.isCancelled) throw new StopSignal();
      for (const name of parsed.defines) {
        this.values.set(name, results[name]);
        this.changedBy.set(name, []);
      }
      this.learnChanges(id, marks);
      state.ran = this.keys().get(id)!;
      state.shown = state.ran;
      this.host.post({ type: 'end', cell: id, ms, ...this.about(id, results), key: state.ran });
    } catch (error) {
      const wasStopped = this.current?.isCancelled === true;
      const failure: CellFailure = wasStopped
        ? { kind: 'stopped', message: this.text.stopped }
        : explain(error, {
            id,
            code: state.code,
            text: this.text,
            headLength: headLength(names),
            names: [...this.graph.definer.keys(), ...names],
            modules: await this.host.load('downhill'),
          });
      // What the cell changed before it failed is not to be trusted.
      for (const name of this.graph.uses.get(id)!) this.changedBy.get(name)?.push(id);
      if (wasStopped && this.waiting.has(id)) state.shown = null;
      else this.fail(id, failure, failed);
      failed.add(id);
    } finally {
      this.current = undefined;
    }
  }

  private about(id: string, results: Record<string, unknown>) {
    const { defines } = this.state(id).parsed!;
    const loss = defines.find((name) => isLoss(this.values.get(name)));
    return {
      values: scalarsOf(results),
      defines,
      uses: this.graph.uses.get(id)!,
      touches: [...this.state(id).touches],
      ...(loss === undefined ? {} : { loss }),
    };
  }

  private marks(id: string): Map<string, number> {
    const objects = this.graph.uses
      .get(id)!
      .filter((name) => typeof this.values.get(name) === 'object');
    return new Map(objects.map((name) => [name, fingerprint(this.values.get(name))]));
  }

  private learnChanges(id: string, marks: ReadonlyMap<string, number>): void {
    const state = this.state(id);
    let learned = false;
    for (const [name, mark] of marks) {
      if (fingerprint(this.values.get(name)) === mark) continue;
      this.changedBy.get(name)?.push(id);
      if (state.touches.has(name)) continue;
      state.touches.add(name);
      learned = true;
    }
    if (learned) this.graph = this.makeGraph();
  }

  private async withScope(parsed: ParsedCell, scope: CellScope): Promise<Map<string, unknown>> {
    const inputs = await this.inputs(parsed);
    for (const [name, value] of Object.entries(scope.names))
      if (parsed.free.includes(name) && !inputs.has(name)) inputs.set(name, value);
    return inputs;
  }

  private async inputs(parsed: ParsedCell): Promise<Map<string, unknown>> {
    const inputs = new Map<string, unknown>();
    for (const name of this.graph.uses.get(parsed.id)!) inputs.set(name, this.values.get(name));
    // What one cell imports, every cell may use.
    const others = [...this.cells.values()].flatMap((state) => state.parsed?.imports ?? []);
    const borrowed = others.filter(({ local }) => parsed.free.includes(local));
    for (const one of [...borrowed, ...parsed.imports])
      if (!inputs.has(one.local) || parsed.imports.includes(one))
        inputs.set(one.local, await this.imported(one));
    return inputs;
  }

  private async imported({ imported, from }: Import): Promise<unknown> {
    const module = await this.host.load(from);
    const mistake = (message: string): CellFailure => ({ kind: 'run', message });
    if (!module) throw mistake(this.text.notAModule(from));
    if (imported === '*') return module;
    if (!(imported in module)) throw mistake(this.text.noExport(imported, from));
    return module[imported];
  }
}

function isLoss(value: unknown): boolean {
  const one = value as { numel?: unknown; requiresGrad?: unknown; gradFn?: unknown } | undefined;
  return (
    typeof one === 'object' &&
    one !== null &&
    one.numel === 1 &&
    one.requiresGrad === true &&
    !!one.gradFn
  );
}
