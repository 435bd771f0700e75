// A name for this browser, so that counts from several devices can be merged; and the wish to keep its data.

let name: string | undefined;
let asked = false;

/** A random name, the same as long as the browser keeps its storage. */
export function deviceName(): string {
  if (name) return name;
  const fallback = crypto.getRandomValues(new Uint32Array(2)).join('-');
  try {
    name = localStorage.getItem('downhill:device') ?? fallback;
    localStorage.setItem('downhill:device', name);
  } catch {
    name = fallback; // storage is blocked: a name for this page
  }
  return name;
}

/** Asks the browser, once a page, not to evict the site's data. */
export function askToPersist(): void {
  if (asked) return;
  asked = true;
  try {
    void navigator.storage?.persist?.().catch(() => false);
  } catch {
    // a browser without it keeps data as it sees fit
  }
}
