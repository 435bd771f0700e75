// Remembers where in a lesson the reader is.

/** Follows the scroll position: the present section is the last heading above the middle of the window. */
export function followReading(article: HTMLElement): void {
  const { lesson } = article.dataset;
  if (!lesson) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let last: string | undefined;

  const note = () => {
    const headings = [...article.querySelectorAll<HTMLElement>('h2[id], h3[id]')];
    const passed = headings.filter((item) => item.getBoundingClientRect().top < innerHeight / 2);
    const section = passed.at(-1)?.id ?? '';
    if (section === last) return;
    last = section;
    void import('./store.ts').then(({ progress }) =>
      progress().update('positions', lesson, () => ({ lesson, section, at: Date.now() })),
    );
  };

  addEventListener(
    'scroll',
    () => {
      clearTimeout(waiting);
      waiting = setTimeout(note, 800);
    },
    { passive: true },
  );
}
