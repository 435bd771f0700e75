// A phone lays out only the near blocks of a lesson before it shows them; the others follow as the reader comes.
// The style is in prose.css: `content-visibility` skips every later block that does not carry `data-laid`.

/** Frees each block before it is seen, so that its menus and focus rings are not cut at its edges. */
export function layOutAhead(prose: HTMLElement): void {
  const root = document.documentElement;
  if ('whole' in root.dataset) return;
  const ahead = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        (target.closest('astro-island') ?? target).toggleAttribute('data-laid', true);
        ahead.unobserve(target);
      }
    },
    { rootMargin: '100% 0%' },
  );
  // An island has no box of its own; what it holds does.
  for (const block of prose.children)
    ahead.observe(block.localName === 'astro-island' ? (block.firstElementChild ?? block) : block);

  // A jump needs the true place of what it jumps to.
  addEventListener(
    'click',
    (event) => {
      if (!(event.target as Element).closest('a[href*="#"]')) return;
      ahead.disconnect();
      root.dataset.whole = '';
    },
    { capture: true },
  );
}
