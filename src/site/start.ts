// What every page does once its text is there. One script for all of it: each alone would be a request of its own.
import { bindShortcuts } from './shortcuts.ts';
import { bindThemeSwitch } from './theme.ts';

document.querySelectorAll<HTMLElement>('.theme-switch').forEach(bindThemeSwitch);
const sheet = document.querySelector<HTMLDialogElement>('#shortcuts');
if (sheet) bindShortcuts(sheet);
wakeCards();
wakeSearch();
whenIdle(() => {
  void import('../progress/show-progress.ts').then(({ showProgress }) => showProgress());
}, 300);
if (import.meta.env.PROD)
  addEventListener('load', () => setTimeout(() => whenIdle(stayOffline, 0), 1500));

/** Cards over terms and citations come with the first pointer or key that reaches one. */
function wakeCards(): void {
  const types = ['pointerover', 'focusin'] as const;
  const wake = (event: Event) => {
    if (!(event.target instanceof Element) || !event.target.closest('a[data-card]')) return;
    for (const type of types) removeEventListener(type, wake);
    void import('./cards.ts').then(({ bindCards }) => {
      bindCards(document.documentElement.dataset.cards ?? '');
      event.target?.dispatchEvent(new (event.constructor as typeof Event)(event.type, event));
    });
  };
  for (const type of types) addEventListener(type, wake);
}

/** The sheet opens at once; what searches in it follows. */
function wakeSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#search');
  let bound: Promise<unknown> | undefined;
  const open = () => {
    if (!dialog || dialog.open) return;
    dialog.showModal();
    bound ??= import('./search.ts').then(({ bindSearch }) => bindSearch(dialog));
  };
  document.addEventListener('downhill:search', open);
  document.querySelectorAll('[data-open-search]').forEach((button) => {
    button.addEventListener('click', open);
  });
}

function stayOffline(): void {
  const settings = document.querySelector<HTMLElement>('#offline')?.dataset;
  if (!settings) return;
  void import('./offline.ts').then(({ stayOffline }) =>
    stayOffline(settings.base!, settings.list!, JSON.parse(settings.texts!)),
  );
}

/** When the page has nothing better to do; without the browser's word for that, after a while. */
function whenIdle(run: () => void, milliseconds: number): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run);
  else setTimeout(run, milliseconds);
}
