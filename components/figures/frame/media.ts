// What the reader's device says: reduced motion, the theme, an element's width, whether it is on screen.
import { signal, type ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const REDUCED = '(prefers-reduced-motion: reduce)';
const reduced = signal(false);
const theme = signal(0);
let isWatching = false;

/** True when the reader asked for less motion. False on the server. */
export const prefersReducedMotion: ReadonlySignal<boolean> = reduced;

/** The same for drawing: false until the page's script has taken over the picture made at build. */
export function useReducedMotion(): boolean {
  const [isTakenOver, setTakenOver] = useState(false);
  useEffect(() => {
    watchMedia();
    setTakenOver(true);
  }, []);
  return isTakenOver && reduced.value;
}

/** A number that grows whenever light and dark change; canvas drawings depend on it. */
export const themeVersion: ReadonlySignal<number> = theme;

/** Begins to follow the device; called by the hooks that need it. */
export function watchMedia(): void {
  if (isWatching || typeof matchMedia === 'undefined') return;
  isWatching = true;
  const motion = matchMedia(REDUCED);
  reduced.value = motion.matches;
  motion.addEventListener('change', () => (reduced.value = motion.matches));
  const changed = () => (theme.value += 1);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
  matchMedia('(forced-colors: active)').addEventListener('change', changed);
  new MutationObserver(changed).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'class'],
  });
}

/** An element's width in CSS pixels, `assumed` until it has been measured. */
export function useWidth(ref: RefObject<Element>, assumed: number): number {
  const [width, setWidth] = useState(assumed);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const now = Math.round(element.getBoundingClientRect().width);
      if (now > 0) setWidth(now);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return width;
}
