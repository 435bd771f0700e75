// The cell's element. It listens, and fetches everything else when a reader first does something.
import type { LiveCell } from './live-cell.ts';

const live = () => import('./session.ts');

class CellElement extends HTMLElement {
  /** Set once the notebook is awake. */
  liveCell: LiveCell | undefined;

  connectedCallback(): void {
    const pre = this.querySelector('pre')!;
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-action]');
      if (button) this.act(button.dataset.action!);
    });
    pre.addEventListener('click', (event) => {
      // Selecting text is reading, not editing.
      if (getSelection()?.isCollapsed !== false)
        void this.edit({ x: event.clientX, y: event.clientY });
    });
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.act('run');
      } else if (event.key === 'Enter' && event.target === pre) {
        event.preventDefault();
        void this.edit();
      }
    });
    for (const type of ['input', 'click'])
      this.querySelector('.cell-output')!.addEventListener(type, (event) => {
        const input = event.target as HTMLElement;
        if (!input.closest('[data-control]') || (type === 'click') !== (input.tagName === 'BUTTON'))
          return;
        void live().then(({ sessionOf }) => sessionOf(this).cellOf(this).useControl(input));
      });
    // A hand over the cell is a sign that it may be run: wake the worker meanwhile.
    // Scrolling past is none, so neither touches nor what slides under a resting hand count.
    for (const type of ['mousemove', 'focusin'])
      this.addEventListener(
        type,
        () => void live().then(({ sessionOf }) => sessionOf(this).wake()),
        {
          once: true,
          passive: true,
        },
      );
    this.addEventListener('focusout', () => this.closeMenu());
    letScroll.observe(this.querySelector('.cell-output')!);
    wakeOnce();
  }

  private act(action: string): void {
    this.querySelector('details')!.open = false;
    void live().then(({ sessionOf }) => sessionOf(this).act(this, action));
  }

  private closeMenu(): void {
    const menu = this.querySelector('details')!;
    setTimeout(() => {
      if (menu.open && !menu.contains(document.activeElement)) menu.open = false;
    }, 200);
  }

  private async edit(point?: { x: number; y: number }): Promise<void> {
    const { sessionOf } = await live();
    await sessionOf(this).cellOf(this).edit(point);
  }
}

/** What is wider than the column can be scrolled by keyboard. Asked when an output was laid out, not before. */
const letScroll = new ResizeObserver((changes) => {
  const places = changes.flatMap(({ target }) => [...target.children] as HTMLElement[]);
  const wide = places.map((place) => place.scrollWidth > place.clientWidth);
  for (const [index, place] of places.entries()) {
    if (wide[index]) place.tabIndex = 0;
    else place.removeAttribute('tabindex');
  }
});

let isAwake = false;

/** When the page has come to rest: the reader's own versions, versions that came with a link, and symbols tied to code. */
function wakeOnce(): void {
  if (isAwake) return;
  isAwake = true;
  const later = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  later(() => {
    if (location.hash.startsWith('#cells='))
      void live().then(({ sessionOf }) =>
        sessionOf(document.querySelector<HTMLElement>('downhill-cell')!).openShared(),
      );
    else void import('./restore.ts').then(({ restore }) => restore());
    if (document.querySelector('[data-id]'))
      void import('./symbols.ts').then(({ tieSymbols }) => tieSymbols());
  });
}

customElements.define('downhill-cell', CellElement);

export type { CellElement };
