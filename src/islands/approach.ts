// The client directive `client:approach`: an island's script is fetched when the reader comes to it, and what the reader
// did meanwhile is not lost. `client:approach="now"` fetches it at once.
import type { ClientDirective } from 'astro';
import { atFirstSign } from './first-sign.ts';
import { keepEvents } from './keep-events.ts';

declare module 'astro' {
  interface AstroClientDirectives {
    'client:approach'?: boolean | 'now';
  }
}

/** Whatever tells that somebody wants this very island. */
const CALLS = ['mousemove', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'click', 'input'];
/** Who scrolls past does not want it. */
const REST_MS = 200;

/** Settles at the first sign; also when the address carries a figure's state, or stored answers wait to be shown. */
const isRead = new Promise<void>((resolve) => {
  if (location.hash.includes('fig')) resolve();
  atFirstSign(resolve, 'downhill:returning');
});

const approach: ClientDirective = (load, { value }, island) => {
  const replay = keepEvents(island);
  let isCalled = false;
  const hydrate = async (): Promise<void> => {
    if (isCalled) return;
    isCalled = true;
    await (
      await load()
    )();
    await replay();
  };
  for (const call of CALLS)
    island.addEventListener(call, () => void hydrate(), {
      once: true,
      capture: true,
      passive: true,
    });
  if (value === 'now') return void hydrate();
  void isRead.then(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver((entries) => {
      clearTimeout(rest);
      if (entries.some((entry) => entry.isIntersecting))
        rest = setTimeout(() => {
          observer.disconnect();
          void hydrate();
        }, REST_MS);
    });
    for (const child of island.children) observer.observe(child);
  });
};

export default approach;
