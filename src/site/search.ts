// The search dialog: asks Pagefind's index as the reader types, and is steered by keys throughout.
import { search } from '../i18n/search.ts';

interface Found {
  readonly url: string;
  readonly title: string;
  /** Which page the place is on, when its title does not say so. */
  readonly page: string;
  /** Text with `<mark>` around what was found. */
  readonly excerpt: string;
}

interface Fragment {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string; readonly page?: string };
  readonly sub_results: readonly { url: string; title: string; excerpt: string }[];
}

interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  debouncedSearch(
    query: string,
  ): Promise<{ results: readonly { data(): Promise<Fragment> }[] } | null>;
}

const LIMIT = 12;

export function bindSearch(dialog: HTMLDialogElement): void {
  const t = search[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'];
  const input = dialog.querySelector('input')!;
  const list = dialog.querySelector('ol')!;
  const status = dialog.querySelector('.search-status')!;
  const base = dialog.dataset.base ?? '/';
  let index: Promise<Pagefind> | undefined;
  let chosen = -1;

  const load = () =>
    (index ??= import(/* @vite-ignore */ `${base}pagefind/pagefind.js`).then(
      async (pagefind: Pagefind) => {
        await pagefind.options({ baseUrl: base, excerptLength: 24 });
        return pagefind;
      },
    ));

  const choose = (next: number) => {
    const options = [...list.querySelectorAll<HTMLElement>('[role=option]')];
    if (options.length === 0) return;
    options[chosen]?.setAttribute('aria-selected', 'false');
    chosen = (next + options.length) % options.length;
    const option = options[chosen]!;
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  };

  const show = (found: readonly Found[], query: string) => {
    chosen = -1;
    list.replaceChildren(...found.map(option));
    input.setAttribute('aria-expanded', String(found.length > 0));
    input.removeAttribute('aria-activedescendant');
    status.textContent = query === '' ? '' : found.length ? t.count(found.length) : t.none(query);
    if (found.length) choose(0);
  };

  const ask = async () => {
    const query = input.value.trim();
    if (query === '') return show([], '');
    try {
      const answer = await (await load()).debouncedSearch(query);
      if (!answer) return; // a newer question is under way
      const pages = await Promise.all(answer.results.slice(0, LIMIT).map((one) => one.data()));
      if (input.value.trim() !== query) return;
      const exact = (title: string) => Number(title.toLowerCase() === query.toLowerCase());
      const found = pages.flatMap(places).sort((a, b) => exact(b.title) - exact(a.title));
      show(found.slice(0, LIMIT), query);
    } catch {
      index = undefined;
      list.replaceChildren();
      status.textContent = t.unavailable;
    }
  };

  input.addEventListener('input', () => void ask());
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Escape') {
      event.preventDefault(); // the field would only be emptied
      dialog.close();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      list.querySelector<HTMLAnchorElement>('[aria-selected=true] a')?.click();
    }
  });
  list.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  void load().catch(() => undefined);
  void ask();
}

/** The places of a page: its sections that match, at most three, or the page itself. */
function places({ url, excerpt, meta, sub_results: sections }: Fragment): Found[] {
  const title = meta.title ?? url;
  const inside = sections.filter((section) => section.url !== url).slice(0, 3);
  if (inside.length === 0) return [{ url, title, page: meta.page ?? '', excerpt }];
  return inside.map((section) => ({
    url: section.url,
    title: section.title,
    page: title,
    excerpt: section.excerpt,
  }));
}

function option({ url, title, page, excerpt }: Found, index: number): HTMLLIElement {
  const item = document.createElement('li');
  item.role = 'option';
  item.id = `search-option-${index}`;
  item.ariaSelected = 'false';
  const link = document.createElement('a');
  link.href = url;
  link.tabIndex = -1;
  const head = document.createElement('strong');
  head.textContent = title;
  const place = document.createElement('small');
  place.textContent = page;
  const text = document.createElement('span');
  text.append(...marked(excerpt));
  link.append(head, place, text);
  item.append(link);
  return item;
}

/** Text nodes and `<mark>` elements; no other markup gets through. */
function marked(excerpt: string): Node[] {
  const plain = (html: string) =>
    new DOMParser().parseFromString(`<body>${html}`, 'text/html').body.textContent ?? '';
  return excerpt.split(/(<mark>.*?<\/mark>)/).map((part) => {
    if (!part.startsWith('<mark>')) return document.createTextNode(plain(part));
    const mark = document.createElement('mark');
    mark.textContent = plain(part);
    return mark;
  });
}
