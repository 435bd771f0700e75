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
  const { serviceWorker } = navigator;
  const reload = () => location.reload();
  let isControlled = Boolean(serviceWorker.controller);
  let isTaking = false;
  serviceWorker.addEventListener('controllerchange', () => {
    if (isTaking) reload();
    // Another tab took the new edition, whose worker no longer has this one's files.
    else if (isControlled) showNotice(texts, reload);
    isControlled = true;
  });
  // The files may also be gone from the server, with no worker between.
  addEventListener('vite:preloadError', () => {
    void isOutdated().then((outdated) => outdated && showNotice(texts, reload));
  });

  // Some readers' settings forbid it: the site is then read online only.
  const registration = (await serviceWorker
    .register(`${base}sw.js`, { scope: base })
    .catch(() => undefined)) as ServiceWorkerRegistration | undefined;
  if (!registration) return;
  const offer = () => {
    const { waiting } = registration;
    if (!waiting || !serviceWorker.controller) return;
    showNotice(texts, () => {
      isTaking = true;
      keeping.abort();
      waiting.postMessage({ type: 'SKIP_WAITING' });
    });
  };
  offer();
  registration.addEventListener('updatefound', () => {
    const fresh = registration.installing;
    fresh?.addEventListener('statechange', () => {
      if (fresh.state === 'installed') offer();
    });
  });
  await serviceWorker.ready;
  await keepPages(list);
}

const ownEdition = () => document.documentElement.dataset.edition ?? '';

/** Whether the server's page is of another edition than this one. */
async function isOutdated(): Promise<boolean> {
  const response = await fetch(location.href, { cache: 'no-store' }).catch(() => undefined);
  if (!response?.ok) return false;
  const [, edition] = /data-edition="([^"]*)"/.exec(await response.text()) ?? [];
  return edition !== undefined && edition !== ownEdition();
}

/** Fetches the pages of this language once a day at most, quietly, and not where data is dear. */
async function keepPages(list: string): Promise<void> {
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
  if (connection?.saveData || !navigator.onLine) return;
  const key = `downhill:kept:${list}`;
  const edition = ownEdition();
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

/** An offer to load the new edition. A later offer replaces an earlier one. */
function showNotice(texts: Texts, take: () => void): void {
  document.querySelector('.update-notice')?.remove();
  const notice = document.createElement('aside');
  notice.className = 'update-notice';
  notice.setAttribute('role', 'status');
  const words = document.createElement('p');
  words.textContent = texts.newEdition;
  const load = button(texts.load, take);
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
