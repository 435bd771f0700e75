// A phone lays out only the first blocks of a lesson before it shows them; the others follow as the reader comes.
// The style is in prose.css: `content-visibility` skips every later block that does not carry `data-laid`.

import { atFirstSign } from '../islands/first-sign.ts';

/** Frees each block before the reader can use it, so that its menus and focus rings are not cut at its edges. */
export function layOutAhead(prose: HTMLElement): void {
  const root = document.documentElement;
  const ahead = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        free(target.closest('astro-island') ?? target);
        ahead.unobserve(target);
      }
    },
    { rootMargin: '100% 0%' },
  );
  // An island has no box of its own; what it holds does.
  const start = () => {
    for (const block of prose.children)
      ahead.observe(
        block.localName === 'astro-island' ? (block.firstElementChild ?? block) : block,
      );
  };
  if ('whole' in root.dataset) start();
  else atFirstSign(start);

  // A jump needs the true place of what it jumps to.
  addEventListener(
    'click',
    (event) => {
      if ((event.target as Element).closest('a[href*="#"]')) root.dataset.whole = '';
    },
    { capture: true },
  );
}

function free(block: Element): void {
  block.toggleAttribute('data-laid', true);
  for (const field of block.querySelectorAll<HTMLInputElement>('input[data-field]'))
    field.type = 'text';
}
