// One cell of the page, awake: its text, its bar, its output.
import { notebookText, type NotebookText } from '../../i18n/notebook.ts';
import { durationText } from '../display/number.ts';
import { hashText } from '../run/hash.ts';
import type { Tree } from '../tree.ts';
import type { CellFailure, Lang, Scalar } from '../types.ts';
import type { Editor } from './editor.ts';
import { showFailure } from './failure.ts';
import { showOutput } from './output.ts';

export interface About {
  ms: number;
  defines: readonly string[];
  uses: readonly string[];
  touches: readonly string[];
  values: Readonly<Record<string, Scalar>>;
  loss?: string;
}

/** What a cell asks of the lesson's session. */
export interface CellOwner {
  run(ids: readonly string[]): void;
  codeChanged(cell: LiveCell): void;
  controlChanged(cell: LiveCell, key: string, value: Scalar): void;
  /** The present text of every cell. */
  codes(): Record<string, string>;
  readonly isAssisted: boolean;
}

export interface Record_ {
  readonly source: string;
  readonly baseHash: string;
}

export class LiveCell {
  readonly id: string;
  readonly lesson: string;
  readonly element: HTMLElement;
  /** The lesson's own text. */
  readonly original: string;
  readonly text: NotebookText;
  code: string;
  about: About;
  /** Stands for what the shown output was made from; undefined: from the lesson's own text, when the page was made. */
  shown: string | null | undefined;
  readonly controls = new Map<string, Scalar>();
  /** A version that came with a link is not the reader's own, and is not kept. */
  isForeign = false;
  editor: Editor | undefined;
  private readonly owner: CellOwner;
  private readonly pre: HTMLPreElement;
  private readonly output: HTMLElement;
  private readonly status: HTMLElement;
  /** How the cell fares, and what is said above it for a moment. */
  private state: string;
  private words: string | undefined;
  private written = 0;
  private hasFailed = false;
  private because: readonly string[] = [];
  private startedAt = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(element: HTMLElement, owner: CellOwner) {
    this.element = element;
    this.owner = owner;
    this.id = element.dataset.cell!;
    this.lesson = element.dataset.lesson!;
    this.text = notebookText[element.dataset.lang as Lang];
    this.pre = element.querySelector('pre')!;
    this.output = element.querySelector('.cell-output')!;
    this.status = element.querySelector('.cell-status')!;
    this.state = this.status.textContent;
    this.original = this.pre.textContent.replace(/\n$/, '');
    this.code = this.original;
    this.about = JSON.parse(element.dataset.about!) as About;
  }

  get isEdited(): boolean {
    return this.code !== this.original;
  }

  get baseHash(): string {
    return hashText(this.original);
  }

  // The text

  /** Opens the editor in the place of the code, at the letter under `point`. */
  async edit(point?: { x: number; y: number }): Promise<Editor> {
    const offset = point ? this.offsetAt(point) : 0;
    const wasFocused = document.activeElement === this.pre;
    if (!this.editor) {
      const { openEditor } = await import('./editor.ts');
      this.editor ??= openEditor({
        before: this.pre,
        code: this.code,
        label: this.text.code(this.id),
        hint: this.text.leaveEditor,
        onChange: (code) => {
          this.code = code;
          this.markEdited();
          this.owner.codeChanged(this);
        },
        onRun: () => this.owner.run([this.id]),
      });
      if (this.owner.isAssisted) void this.assist().catch(() => undefined);
    }
    if (point !== undefined || wasFocused) this.editor.focus(offset);
    return this.editor;
  }

  /** Completion and types, fetched when the reader has asked for them. */
  async assist(): Promise<void> {
    const { assistance } = await import('./assistance.ts');
    const extension = await assistance(this.id, () => this.owner.codes());
    this.editor?.setAssistance(extension);
  }

  async setCode(code: string): Promise<void> {
    if (code === this.code) return;
    if (!this.editor && code !== this.original) await this.edit();
    this.code = code;
    this.editor?.setCode(code);
    this.markEdited();
  }

  /** Puts the reader's own version back, unless the lesson's has changed since: then the reader chooses. */
  async restore({ source, baseHash }: Record_): Promise<void> {
    if (source === this.original) return;
    await this.setCode(source);
    this.owner.codeChanged(this);
    if (baseHash === this.baseHash) return;
    const { askAboutChange } = await import('./merge.ts');
    askAboutChange(this, source, () => this.owner.codeChanged(this));
  }

  markEdited(): void {
    this.element.classList.toggle('is-edited', this.isEdited);
    this.element.querySelector<HTMLElement>('.cell-edited')!.hidden = !this.isEdited;
    this.element.querySelector<HTMLElement>('[data-action=reset]')!.hidden = !this.isEdited;
    this.markLine(undefined);
  }

  private markLine(line: number | undefined): void {
    this.editor?.markLine(line);
    [...this.pre.querySelectorAll('.cell-line')].forEach((one, index) =>
      one.classList.toggle('is-wrong', index + 1 === line),
    );
  }

  private offsetAt({ x, y }: { x: number; y: number }): number {
    const caret = document.caretPositionFromPoint?.(x, y);
    if (!caret || !this.pre.contains(caret.offsetNode)) return 0;
    const range = document.createRange();
    range.setStart(this.pre, 0);
    range.setEnd(caret.offsetNode, caret.offset);
    return range.toString().length;
  }

  // The run

  willRun(because: readonly string[]): void {
    this.because = because;
    this.setBusy(true);
    this.setStatus(this.text.waitingTurn, 300);
  }

  started(): void {
    this.written = 0;
    this.hasFailed = false;
    this.startedAt = performance.now();
    this.setBusy(true);
    this.element.classList.remove('is-failed', 'is-stale');
    this.markLine(undefined);
    clearInterval(this.timer);
    // A short run leaves the bar as it is.
    this.timer = setInterval(() => {
      const seconds = (performance.now() - this.startedAt) / 1000;
      if (seconds > 0.3) {
        this.element.classList.add('is-running');
        this.setStatus(
          this.text.runningFor(seconds < 10 ? seconds.toFixed(1) : String(Math.round(seconds))),
        );
      }
    }, 200);
  }

  put(at: number, tree: Tree): void {
    // An output that comes after the end belongs to the run all the same.
    this.written = Math.max(this.written, at + 1);
    showOutput(this.output, at, tree);
  }

  ended(about: About, key: string): void {
    this.about = about;
    this.shown = key;
    this.settle();
    this.element.classList.remove('is-failed', 'is-stale');
    const follows = this.because.filter((name) => about.uses.includes(name));
    const time = this.text.ran(durationText(about.ms, this.text));
    this.setStatus(
      follows.length > 0 ? `${time} · ${this.text.ranBecause(follows.join(', '))}` : time,
    );
  }

  failed(failure: CellFailure): void {
    this.hasFailed = true;
    this.shown = null;
    this.settle();
    this.element.classList.remove('is-stale');
    this.element.classList.toggle(
      'is-failed',
      failure.kind !== 'stopped' && failure.kind !== 'waiting',
    );
    showFailure(this.output, failure, this.text);
    this.markLine(failure.line);
    this.setStatus(
      failure.kind === 'stopped'
        ? this.text.stopped
        : failure.line === undefined
          ? this.text.failed
          : this.text.failedAt(failure.line),
    );
  }

  /** Waited for its turn, which did not come. */
  passedOver(): void {
    if (!this.element.classList.contains('is-waiting')) return;
    this.setBusy(false);
    this.setStatus('');
  }

  staleSince(names: readonly string[] | undefined): void {
    if (this.hasFailed || this.element.classList.contains('is-waiting')) return;
    this.element.classList.toggle('is-stale', names !== undefined);
    if (names !== undefined)
      this.setStatus(names.length > 0 ? this.text.staleBecause(names.join(', ')) : this.text.stale);
    else if (this.state.startsWith(this.text.stale))
      this.setStatus(this.text.ran(durationText(this.about.ms, this.text)));
  }

  /** Says something in the bar until the result is called; how the cell fares waits behind it. */
  note(words: string): () => void {
    this.words = words;
    this.showStatus();
    return () => {
      if (this.words !== words) return;
      this.words = undefined;
      this.showStatus();
    };
  }

  flash(words: string): void {
    setTimeout(this.note(words), 1600 + 40 * words.length);
  }

  private settle(): void {
    clearInterval(this.timer);
    this.setBusy(false);
    this.element.classList.remove('is-running');
    while (this.output.children.length > this.written) this.output.lastElementChild!.remove();
  }

  private setBusy(isBusy: boolean): void {
    this.element.classList.toggle('is-waiting', isBusy);
    this.output.ariaBusy = String(isBusy);
    const swap = (): void => {
      const shouldStop = this.element.classList.contains('is-waiting');
      const [run, stop] = ['run', 'stop'].map((action) =>
        this.element.querySelector<HTMLElement>(`[data-action=${action}]`)!,
      );
      const active = document.activeElement;
      run.hidden = shouldStop;
      stop.hidden = !shouldStop;
      if (active === run && shouldStop) stop.focus();
      if (active === stop && !shouldStop) run.focus();
    };
    if (isBusy) setTimeout(swap, 150);
    else swap();
  }

  private setStatus(state: string, delay = 0): void {
    if (delay > 0)
      setTimeout(() => {
        if (
          this.element.classList.contains('is-waiting') &&
          !this.element.classList.contains('is-running') &&
          this.startedAt === 0
        )
          this.setStatus(state);
      }, delay);
    else {
      this.state = state;
      this.showStatus();
    }
  }

  private showStatus(): void {
    this.status.textContent = this.words ?? this.state;
  }

  // Controls

  useControl(input: HTMLElement): void {
    const shell = input.closest<HTMLElement>('[data-control]');
    if (!shell) return;
    const key = shell.dataset.control!;
    const value = controlValue(input);
    if (value === undefined) return;
    this.controls.set(key, value);
    const shownValue = shell.querySelector('.control-value');
    if (shownValue) shownValue.textContent = String(value);
    this.owner.controlChanged(this, key, value);
  }

  /** Shows a value at a control that stands on the page. */
  showControl(key: string, value: Scalar): void {
    const shell = [...this.output.querySelectorAll<HTMLElement>('[data-control]')].find(
      (one) => one.dataset.control === key,
    );
    const input = shell?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
    if (!input) return;
    if (input instanceof HTMLInputElement && input.type === 'checkbox')
      input.checked = value === true;
    else input.value = input instanceof HTMLSelectElement ? JSON.stringify(value) : String(value);
    const shown = shell!.querySelector('.control-value');
    if (shown) shown.textContent = String(value);
  }

  resetControls(): void {
    this.controls.clear();
  }
}

function controlValue(input: HTMLElement): Scalar | undefined {
  if (input instanceof HTMLInputElement) {
    if (input.type === 'checkbox') return input.checked;
    const value = input.valueAsNumber;
    return Number.isFinite(value) ? value : undefined;
  }
  if (input instanceof HTMLSelectElement) return JSON.parse(input.value) as Scalar;
  if (input instanceof HTMLButtonElement) {
    input.value = String(Number(input.value) + 1);
    return Number(input.value);
  }
  return undefined;
}
