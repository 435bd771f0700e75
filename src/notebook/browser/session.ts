// The awake notebook of one lesson: its cells, and the worker in which they run.
import { copyText } from '../../copy-text.ts';
import { removeCell, writeCell } from '../../progress/cells.ts';
import { formatValue } from '../format.ts';
import type { Scalar } from '../types.ts';
import type { CellElement } from './cell-element.ts';
import { type CellOwner, LiveCell } from './live-cell.ts';
import { type FromWorker, readMessage, type Supply, type ToWorker } from './protocol.ts';
import { type RunningWorker, startWorker } from './sandbox.ts';
import { supplyFor } from './supplies.ts';

/** A cell that is silent for so long is ended; one that took long when the page was made gets ten times that. */
const PATIENCE_SECONDS = 30;
const GRACE_MS = 600;
const MOST_PER_WINDOW = { ms: 5000, characters: 40_000_000, messages: 4000 };

let session: Session | undefined;

/** The session of the page; a page holds the cells of one lesson. */
export function sessionOf(_element: HTMLElement): Session {
  session ??= new Session([...document.querySelectorAll<CellElement>('downhill-cell')]);
  return session;
}

/** The choice that assistance.ts keeps; read here so that nobody loads it for nothing. */
function isAssistanceWanted(): boolean {
  try {
    return localStorage.getItem('downhill:assistance') === 'on';
  } catch {
    return false;
  }
}

export class Session implements CellOwner {
  readonly lesson: string;
  readonly base: string;
  readonly cells: ReadonlyMap<string, LiveCell>;
  isAssisted = false;
  private readonly ids: ReadonlySet<string>;
  private worker: Promise<RunningWorker> | undefined;
  private isBusy = false;
  private running: string | undefined;
  private planned: readonly string[] = [];
  private silentSeconds = 0;
  private received = { since: 0, characters: 0, messages: 0 };
  private watch: ReturnType<typeof setInterval> | undefined;
  private grace: ReturnType<typeof setTimeout> | undefined;
  private readonly writers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(elements: readonly CellElement[]) {
    const [{ dataset }] = elements;
    this.lesson = dataset.lesson!;
    this.base = dataset.base!.replace(/\/?$/, '/');
    this.cells = new Map(elements.map((element) => [element.dataset.cell!, this.enliven(element)]));
    this.ids = new Set(this.cells.keys());
    this.isAssisted = isAssistanceWanted();
    this.showAssistance();
  }

  private enliven(element: CellElement): LiveCell {
    element.liveCell = new LiveCell(element, this);
    return element.liveCell;
  }

  cellOf(element: HTMLElement): LiveCell {
    return this.cells.get(element.dataset.cell!)!;
  }

  act(element: HTMLElement, action: string): void {
    const cell = this.cellOf(element);
    const acts: Record<string, () => unknown> = {
      run: () => this.run([cell.id]),
      stop: () => this.stop(),
      reset: () => this.reset([cell]),
      copy: async () => {
        const isCopied = await copyText(cell.code);
        cell.flash(isCopied ? cell.text.copied : cell.text.notCopied);
      },
      share: async () => {
        const { shareLink } = await import('./share.ts');
        const link = await shareLink(this);
        const isCopied = await copyText(link);
        if (!isCopied) history.replaceState(history.state, '', link);
        cell.flash(isCopied ? cell.text.shared : cell.text.sharedAbove);
      },
      'run-all': () => this.run([...this.ids]),
      'reset-all': () => this.reset([...this.cells.values()]),
      gradient: () => this.checkGradient(cell),
      assistance: () => this.assist(cell),
      'download-ts': () =>
        import('./download.ts').then(({ downloadScript }) => downloadScript(this)),
      'download-ipynb': () =>
        import('./download.ts').then(({ downloadNotebook }) => downloadNotebook(this)),
    };
    acts[action]?.();
  }

  // Running

  /** Starts the worker, so that it is warm when the reader presses Run. */
  wake(): void {
    void this.open().catch(() => undefined);
  }

  run(ids: readonly string[]): void {
    for (const id of ids) this.cells.get(id)!.willRun([]);
    this.setBusy();
    this.send({ type: 'run', cells: ids }, ids[0]);
  }

  stop(): void {
    if (!this.isBusy) return;
    this.send({ type: 'stop' });
    clearTimeout(this.grace);
    // A cell that does not listen is ended with its worker.
    this.grace = setTimeout(() => {
      if (this.isBusy) this.end((cell) => cell.text.stopped, 'stopped');
    }, GRACE_MS);
  }

  codeChanged(cell: LiveCell): void {
    // A worker that is just opening has been told an older text.
    if (this.worker) this.send({ type: 'code', cell: cell.id, code: cell.code });
    else if (cell.isEdited) cell.staleSince([]);
    this.keep(cell);
  }

  controlChanged(cell: LiveCell, key: string, value: Scalar): void {
    this.setBusy();
    this.send({ type: 'control', cell: cell.id, key, value }, cell.id);
  }

  private checkGradient(cell: LiveCell): void {
    this.setBusy();
    this.send({ type: 'gradient', cell: cell.id, loss: cell.about.loss! }, cell.id);
  }

  private async reset(cells: readonly LiveCell[]): Promise<void> {
    const touched = cells.filter((cell) => cell.shown !== undefined || cell.controls.size > 0);
    for (const cell of cells) {
      cell.isForeign = false;
      if (cell.controls.size > 0 && this.worker) this.send({ type: 'release', cell: cell.id });
      cell.resetControls();
      await cell.setCode(cell.original);
      this.codeChanged(cell);
      cell.element.querySelector('.cell-notice')?.remove();
    }
    // What the page was made with still stands below cells that never ran.
    if (touched.length > 0) this.run(touched.map((cell) => cell.id));
    for (const cell of cells) if (!touched.includes(cell)) cell.staleSince(undefined);
  }

  codes(): Record<string, string> {
    return Object.fromEntries([...this.cells.values()].map(({ id, code }) => [id, code]));
  }

  private async assist(cell: LiveCell): Promise<void> {
    const { remember } = await import('./assistance.ts');
    this.isAssisted = remember(!this.isAssisted);
    this.showAssistance();
    if (!this.isAssisted) {
      for (const { editor } of this.cells.values()) editor?.setAssistance([]);
      return;
    }
    const done = cell.note(cell.text.assistanceLoading);
    await cell.edit();
    for (const one of this.cells.values())
      if (one.editor) await one.assist().catch(() => undefined);
    done();
  }

  private showAssistance(): void {
    for (const { element } of this.cells.values())
      element.querySelector('[data-action=assistance]')!.ariaPressed = String(this.isAssisted);
  }

  // What the reader wrote

  private keep(cell: LiveCell): void {
    if (cell.isForeign) return;
    clearTimeout(this.writers.get(cell.id));
    const write = async (): Promise<void> => {
      this.writers.delete(cell.id);
      if (cell.isEdited)
        await writeCell({
          lesson: this.lesson,
          id: cell.id,
          source: cell.code,
          baseHash: cell.baseHash,
        });
      else await removeCell(this.lesson, cell.id);
    };
    this.writers.set(
      cell.id,
      setTimeout(() => void write().catch(() => undefined), 300),
    );
  }

  async openShared(): Promise<void> {
    const { openShared } = await import('./share.ts');
    await openShared(this);
  }

  // The worker

  private async open(): Promise<RunningWorker> {
    this.worker ??= this.start();
    try {
      return await this.worker;
    } catch (error) {
      this.worker = undefined;
      throw error;
    }
  }

  private async start(): Promise<RunningWorker> {
    const [{ dataset }] = [...this.cells.values()].map((cell) => cell.element);
    let isReady: () => void;
    const ready = new Promise<void>((resolve) => (isReady = resolve));
    const worker = await startWorker(this.base, () => this.end((cell) => cell.text.broke, 'run'));
    worker.port.onmessage = ({ data }) => {
      const message = this.receive(data, worker);
      if (message?.type === 'ready') isReady();
      else if (message) this.handle(message, worker);
    };
    const cells = [...this.cells.values()];
    const opening: ToWorker = {
      type: 'open',
      lesson: this.lesson,
      lang: dataset.lang === 'zh' ? 'zh' : 'en',
      cells: cells.map(({ id, code, original, shown, about }) => ({
        id,
        code,
        original,
        touches: about.touches,
        ...(shown === undefined ? {} : { shown }),
      })),
      controls: cells.flatMap(({ id, controls }) =>
        [...controls].map(([key, value]) => ({ cell: id, key, value })),
      ),
    };
    worker.port.postMessage(JSON.stringify(opening));
    await ready;
    return worker;
  }

  private send(message: ToWorker, cell?: string): void {
    void this.open()
      .then(({ port }) => port.postMessage(JSON.stringify(message)))
      .catch(() => this.fail(cell));
  }

  /** The worker could not be had at all. */
  private fail(id: string | undefined): void {
    this.setIdle();
    for (const cell of this.cells.values()) {
      if (cell.id === id)
        cell.failed({
          kind: 'run',
          message: navigator.onLine ? cell.text.blocked : cell.text.offline,
        });
      else cell.passedOver();
    }
  }

  private receive(data: unknown, worker: RunningWorker): FromWorker | undefined {
    const now = performance.now();
    if (now - this.received.since > MOST_PER_WINDOW.ms)
      this.received = { since: now, characters: 0, messages: 0 };
    this.received.messages++;
    this.received.characters += typeof data === 'string' ? data.length : 1000;
    this.silentSeconds = 0;
    if (
      this.received.messages > MOST_PER_WINDOW.messages ||
      this.received.characters > MOST_PER_WINDOW.characters
    ) {
      worker.end();
      this.end((cell) => cell.text.flooded, 'run');
      return undefined;
    }
    return readMessage(data, this.ids);
  }

  private handle(message: FromWorker, worker: RunningWorker): void {
    switch (message.type) {
      case 'plan':
        this.planned = message.cells;
        for (const id of message.cells) this.cells.get(id)!.willRun(message.because);
        return;
      case 'start':
        this.running = message.cell;
        return this.cells.get(message.cell)!.started();
      case 'output':
        return this.cells.get(message.cell)!.put(message.at, message.tree);
      case 'end': {
        const { cell, key, ms, defines, uses, touches, values, loss } = message;
        this.running = undefined;
        this.cells
          .get(cell)!
          .ended(
            { ms, defines, uses, touches, values, ...(loss === undefined ? {} : { loss }) },
            key,
          );
        return this.announce();
      }
      case 'fail':
        if (this.running === message.cell) this.running = undefined;
        return this.cells.get(message.cell)!.failed(message.failure);
      case 'stale':
        for (const cell of this.cells.values()) cell.staleSince(message.cells[cell.id]);
        return;
      case 'idle':
        return this.setIdle();
      case 'tampered':
        return this.end(
          (cell) => cell.text.changedBuiltins(message.names.join(', ')),
          'run',
          message.cell,
        );
      case 'gradient': {
        const cell = this.cells.get(message.cell)!;
        cell.put(
          cell.element.querySelectorAll('.out:not(:has(.out-gradient))').length,
          message.tree,
        );
        return this.setIdle();
      }
      case 'want':
        return void supplyFor(message, this.base).then((supply: Supply) => {
          worker.port.postMessage(supply, supply.bytes ? [supply.bytes.buffer as ArrayBuffer] : []);
        });
      case 'alive':
      case 'ready':
      case 'program':
    }
  }

  /** Ends the worker, says why at the running cell, and starts another. */
  private end(
    why: (cell: LiveCell) => string,
    kind: 'stopped' | 'run',
    id = this.running ??
      this.planned.find((one) => this.cells.get(one)!.element.classList.contains('is-waiting')),
  ): void {
    const old = this.worker;
    this.worker = undefined;
    this.running = undefined;
    void old?.then((worker) => worker.end()).catch(() => undefined);
    const cell = id === undefined ? undefined : this.cells.get(id);
    const mend =
      kind === 'run' && cell && why(cell) === cell.text.ended(PATIENCE_SECONDS)
        ? { mend: cell.text.endedMend }
        : {};
    cell?.failed({ kind, message: why(cell), ...mend });
    this.setIdle();
    this.wake();
  }

  private setBusy(): void {
    if (this.isBusy) return;
    this.isBusy = true;
    this.silentSeconds = 0;
    this.watch = setInterval(() => {
      const cell = this.running === undefined ? undefined : this.cells.get(this.running);
      if (!cell || document.hidden) return;
      this.silentSeconds++;
      const patience = Math.max(
        Number(document.documentElement.dataset.cellPatience ?? PATIENCE_SECONDS),
        cell.about.ms / 100,
      );
      if (this.silentSeconds > patience)
        this.end((one) => one.text.ended(Math.round(patience)), 'run');
    }, 1000);
  }

  private setIdle(): void {
    this.isBusy = false;
    clearInterval(this.watch);
    clearTimeout(this.grace);
    for (const cell of this.cells.values()) cell.passedOver();
  }

  /** Present values, for prose and formulas. */
  values(): Map<string, Scalar> {
    return new Map(
      [...this.cells.values()].flatMap((cell) =>
        Object.entries({ ...cell.about.values, ...Object.fromEntries(cell.controls) }),
      ),
    );
  }

  private announce(): void {
    const values = this.values();
    for (const output of document.querySelectorAll<HTMLElement>('output[data-value]')) {
      const value = values.get(output.dataset.value!);
      if (value === undefined) continue;
      const text = formatValue(value, output.dataset.format || undefined);
      if (output.textContent !== text) output.textContent = text;
    }
    document.dispatchEvent(new CustomEvent('downhill:values', { detail: values }));
  }
}
