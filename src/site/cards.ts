// Cards over terms and citations: on hover, focus and tap; Escape or leaving closes them.

export interface Card {
  readonly title: string;
  readonly html: string;
  /** Label of the link at the card's foot. */
  readonly more: string;
  readonly href: string;
}

/** Makes every `[data-card]` link in the page show its card. `url` is the list of all cards. */
export function bindCards(url: string): void {
  let cards: Promise<Record<string, Card>> | undefined;
  const load = () =>
    (cards ??= fetch(url).then((response) => {
      if (!response.ok) throw new Error(`cards: ${response.status}`);
      return response.json() as Promise<Record<string, Card>>;
    }));

  const box = document.createElement('div');
  box.className = 'card';
  box.id = 'card';
  box.popover = 'manual';
  document.body.append(box);
  let owner: HTMLAnchorElement | undefined;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    owner?.removeAttribute('aria-describedby');
    owner = undefined;
    if (box.matches(':popover-open')) box.hidePopover();
  };

  const show = async (link: HTMLAnchorElement) => {
    clearTimeout(timer);
    if (owner === link) return;
    hide();
    owner = link;
    try {
      const card = (await load())[link.dataset.card!];
      if (!card || owner !== link) return;
      fill(box, card);
      box.showPopover();
      stand(box, link);
      link.setAttribute('aria-describedby', box.id);
    } catch {
      cards = undefined; // offline or moved: the link itself still leads there
      owner = undefined;
    }
  };

  const soon = (action: () => void, delay: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(action, delay);
  };
  const linkOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-card]') : null;

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse') return;
    const link = linkOf(event.target);
    if (link) soon(() => void show(link), owner ? 0 : 180);
    else if (event.target instanceof Node && box.contains(event.target)) clearTimeout(timer);
    else if (owner && document.activeElement !== owner) soon(hide, 250);
    else if (!owner) clearTimeout(timer);
  });
  document.addEventListener('focusin', (event) => {
    const link = linkOf(event.target);
    if (link?.matches(':focus-visible')) void show(link);
    else if (owner && !(event.target instanceof Node && box.contains(event.target))) hide();
  });
  // A first tap shows the card, its link leads on.
  document.addEventListener('click', (event) => {
    const link = linkOf(event.target);
    const touch = (event as PointerEvent).pointerType === 'touch';
    if (link && touch) {
      event.preventDefault();
      void show(link);
    } else if (!link && !(event.target instanceof Node && box.contains(event.target))) hide();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  const follow = () => {
    if (owner && box.matches(':popover-open')) stand(box, owner);
  };
  addEventListener('scroll', follow, { passive: true });
}

function fill(box: HTMLElement, card: Card): void {
  const title = document.createElement('p');
  title.className = 'card-title';
  title.textContent = card.title;
  const body = document.createElement('div');
  body.innerHTML = card.html; // written by our own build from content/
  const more = document.createElement('a');
  more.className = 'card-more';
  more.href = card.href;
  more.textContent = card.more;
  box.replaceChildren(title, body, more);
}

/** Puts the card under its link, or above when there is no room below. */
function stand(box: HTMLElement, link: HTMLElement): void {
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
  const below = at.bottom + 6;
  const top = below + height > innerHeight - 8 ? Math.max(8, at.top - height - 6) : below;
  box.style.setProperty('left', `${left}px`);
  box.style.setProperty('top', `${top}px`);
}
