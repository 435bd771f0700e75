// When a reader is there.

/** Whatever tells that somebody is reading. */
const SIGNS = ['mousemove', 'pointerdown', 'touchstart', 'keydown', 'wheel', 'scroll'];

/** Calls back once, at the first sign; `further` names events that are one here, too. */
export function atFirstSign(act: () => void, ...further: string[]): void {
  const done = new AbortController();
  for (const sign of [...SIGNS, ...further])
    addEventListener(
      sign,
      () => {
        done.abort();
        act();
      },
      { capture: true, passive: true, signal: done.signal },
    );
}
