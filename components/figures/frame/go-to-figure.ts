// A link to a figure's state has no anchor that the browser knows: this goes there, once, when the page is opened.
import { fragmentTarget } from './fragment.ts';

/** Call once a page. Does nothing on reload, where the browser keeps the reader's place. */
export function goToFigure(): void {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (entry?.type === 'reload' || entry?.type === 'back_forward') return;
  const id = fragmentTarget(location.hash);
  if (!id || location.hash === `#${id}`) return;
  document.getElementById(decodeURIComponent(id))?.scrollIntoView();
}
