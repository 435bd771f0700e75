// Marks in the section list the section that is being read, and closes the list's drawer after a choice.

/** Follows the scroll position: the present section is the last heading above the upper third of the window. */
export function markPresentSection(nav: HTMLElement): void {
  const links = new Map<string, HTMLAnchorElement>();
  nav.querySelectorAll<HTMLAnchorElement>('a[href^="#"]').forEach((link) => {
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  });
  const headings = [...links.keys()]
    .map((id) => document.getElementById(id))
    .filter((heading) => heading !== null);
  let present: HTMLAnchorElement | undefined;

  const update = () => {
    const limit = innerHeight / 3;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < limit);
    const next = links.get(passed.at(-1)?.id ?? '');
    if (next === present) return;
    present?.removeAttribute('aria-current');
    next?.setAttribute('aria-current', 'location');
    present = next;
    if (next && nav.scrollHeight > nav.clientHeight) next.scrollIntoView({ block: 'nearest' });
  };

  let waiting = false;
  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        update();
      });
    },
    { passive: true },
  );
  // Where a page begins can wait until it is laid out: asked at once, it would be laid out for this alone.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(update);
  else setTimeout(update, 200);
  nav.addEventListener('click', (event) => {
    if (event.target instanceof HTMLAnchorElement && nav.matches(':popover-open'))
      nav.hidePopover();
  });
}
