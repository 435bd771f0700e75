// Keeps the site for reading offline, and says when a new edition is there. Nothing is reloaded without the reader.

interface Texts {
  readonly newEdition: string;
  readonly load: string;
  readonly later: string;
}

/** Ended when the reader takes a new edition: an old worker that still fetches would hold the new one back. */
const keeping = new AbortController();

/** @param base the site's root; @param list address of offline.json in the page's language */
export async function stayOffline(base: string, list: string, texts: Texts): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  const registration = await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
  const offer = () => {
    if (registration.waiting && navigator.serviceWorker.controller)
      showNotice(registration.waiting, texts);
  };
  offer();
  registration.addEventListener('updatefound', () => {
    const fresh = registration.installing;
    fresh?.addEventListener('statechange', () => {
      if (fresh.state === 'installed') offer();
    });
  });
  await navigator.serviceWorker.ready;
  await keepPages(list);
}

/** Fetches the pages of this language once a day at most, quietly, and not where data is dear. */
async function keepPages(list: string): Promise<void> {
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
  if (connection?.saveData || !navigator.onLine) return;
  const key = `downhill:kept:${list}`;
  const edition = document.documentElement.dataset.edition ?? '';
  if (localStorage.getItem(key) === edition) return;
  const response = await fetch(list);
  if (!response.ok) return;
  const { pages, rest } = (await response.json()) as Record<'pages' | 'rest', string[]>;
  await fill('pages', pages);
  await fill('rest', [list, ...rest]);
  if (keeping.signal.aborted) return;
  localStorage.setItem(key, edition);
}

async function fill(name: string, addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(name);
  for (const address of addresses) {
    if (keeping.signal.aborted) return;
    const response = await fetch(address, { signal: keeping.signal }).catch(() => undefined);
    if (response?.ok) await cache.put(address, response).catch(() => undefined);
  }
}

function showNotice(waiting: ServiceWorker, texts: Texts): void {
  if (document.querySelector('.update-notice')) return;
  const notice = document.createElement('aside');
  notice.className = 'update-notice';
  notice.setAttribute('role', 'status');
  const words = document.createElement('p');
  words.textContent = texts.newEdition;
  const load = button(texts.load, () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
      once: true,
    });
    keeping.abort();
    waiting.postMessage({ type: 'SKIP_WAITING' });
  });
  load.classList.add('strong');
  notice.append(
    words,
    load,
    button(texts.later, () => notice.remove()),
  );
  document.body.append(notice);
}

function button(label: string, action: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button';
  made.textContent = label;
  made.addEventListener('click', action);
  return made;
}
