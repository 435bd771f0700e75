// The theme the reader chose: as the system, light, or dark.

const KEY = 'downhill:theme';
const order = ['auto', 'light', 'dark'] as const;
type Theme = (typeof order)[number];

const present = (): Theme => {
  const set = document.documentElement.dataset.theme;
  return set === 'light' || set === 'dark' ? set : 'auto';
};

/** Shows and keeps a theme; `auto` forgets the choice. */
function setTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'auto') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be closed to us; the choice then lasts for this page.
  }
  document.dispatchEvent(new CustomEvent('downhill:theme', { detail: theme }));
}

/** The next theme in turn. */
export function cycleTheme(): void {
  setTheme(order[(order.indexOf(present()) + 1) % order.length]!);
}

/** Makes a button show the present theme and step to the next one. */
export function bindThemeSwitch(button: HTMLElement): void {
  const show = () => {
    const label = button.dataset[present()] ?? '';
    button.title = label;
    button.setAttribute('aria-label', label);
    button.dataset.now = present();
  };
  button.addEventListener('click', cycleTheme);
  document.addEventListener('downhill:theme', show);
  show();
}
