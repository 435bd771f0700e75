// Keyboard shortcuts of the site. Those of a single key can be switched off and never fire while one types.
import { cycleTheme } from './theme.ts';

const KEY = 'downhill:single-keys';

export function bindShortcuts(sheet: HTMLDialogElement): void {
  const box = sheet.querySelector<HTMLInputElement>('[data-single-keys]')!;
  box.checked = read() !== 'off';
  box.addEventListener('change', () => {
    write(box.checked ? 'on' : 'off');
  });
  document.querySelectorAll('[data-open-shortcuts]').forEach((button) => {
    button.addEventListener('click', () => sheet.showModal());
  });

  const follow = (rel: string) =>
    document.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`)?.click();
  const single: Record<string, () => void> = {
    '/': () => document.dispatchEvent(new CustomEvent('downhill:search')),
    '?': () => sheet.showModal(),
    n: () => follow('next'),
    p: () => follow('prev'),
    j: () => goToSection(1),
    k: () => goToSection(-1),
    t: cycleTheme,
  };

  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      single['/']!();
      return;
    }
    if (!box.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event) || document.querySelector('dialog[open]')) return;
    const action = single[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** True inside anything that takes text or its own keys, also within shadow roots. */
function isTyping(event: Event): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role=textbox], [role=slider], [role=application]') !==
      null
  );
}

function goToSection(direction: 1 | -1): void {
  const headings = [...document.querySelectorAll<HTMLElement>('.prose :is(h2, h3)[id]')];
  const limit = 90;
  const tops = headings.map((heading) => heading.getBoundingClientRect().top);
  const next =
    direction === 1
      ? headings.find((_, i) => tops[i]! > limit + 4)
      : headings.findLast((_, i) => tops[i]! < limit - 40);
  next?.scrollIntoView();
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function write(value: string): void {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // Without storage the choice lasts for this page.
  }
}
