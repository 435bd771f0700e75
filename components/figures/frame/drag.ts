// Dragging on a plane, with mouse, pen or finger: pointer events in, data coordinates out.
import type { Plane } from './plane.tsx';

interface Pointed {
  readonly clientX: number;
  readonly clientY: number;
}

/** Where a pointer is, in the plane's pixels and in data. */
export function pointed(plane: Plane, event: Pointed) {
  const box = plane.svg.current!.getBoundingClientRect();
  const px = ((event.clientX - box.left) * plane.width) / box.width;
  const py = ((event.clientY - box.top) * plane.height) / box.height;
  return { px, py, x: plane.fromX(px), y: plane.fromY(py) };
}

/** Pictures on which something is held at this moment. */
const held = new WeakSet<Element>();

/** Keeps the page from scrolling away under a finger that holds a point; `touch-action` does not reach into an SVG. */
export function holdPage(svg: SVGSVGElement): () => void {
  const onTouchMove = (event: TouchEvent) => {
    if (held.has(svg)) event.preventDefault();
  };
  svg.addEventListener('touchmove', onTouchMove, { passive: false });
  return () => svg.removeEventListener('touchmove', onTouchMove);
}

/** Holds the page of a picture until the function given back is called. */
export function hold(svg: Element): () => void {
  held.add(svg);
  return () => void held.delete(svg);
}

interface DragActions {
  /** The pointer moved; `x`, `y` in data, without the offset with which it was grabbed. */
  readonly onMove: (x: number, y: number) => void;
  readonly onEnd?: (hasMoved: boolean) => void;
  /** Nothing is held: a press on empty ground, from which a finger may scroll the page. */
  readonly isLoose?: boolean;
}

/**
 * Begins a drag at a pointerdown and follows it to its end, also outside the picture.
 * @param grabbed the data coordinates of what is dragged, so that it does not jump under the finger
 */
export function beginDrag(
  plane: Plane,
  event: PointerEvent,
  grabbed: readonly [number, number],
  { onMove, onEnd, isLoose }: DragActions,
): void {
  if (event.button !== 0) return;
  // Captured where the press was handled, so that a double click still finds it.
  const target = event.currentTarget as Element;
  const svg = plane.svg.current!;
  if (!isLoose) held.add(svg);
  const start = pointed(plane, event);
  const offset = [plane.toX(grabbed[0]) - start.px, plane.toY(grabbed[1]) - start.py] as const;
  let hasMoved = false;
  const move = (next: PointerEvent) => {
    if (next.pointerId !== event.pointerId) return;
    const { px, py } = pointed(plane, next);
    if (!hasMoved && Math.hypot(px - start.px, py - start.py) < 3) return;
    hasMoved = true;
    onMove(plane.fromX(px + offset[0]), plane.fromY(py + offset[1]));
  };
  const end = (last: PointerEvent) => {
    if (last.pointerId !== event.pointerId) return;
    target.removeEventListener('pointermove', move as EventListener);
    target.removeEventListener('pointerup', end as EventListener);
    target.removeEventListener('pointercancel', end as EventListener);
    held.delete(svg);
    onEnd?.(hasMoved || last.type === 'pointercancel');
  };
  target.setPointerCapture(event.pointerId);
  target.addEventListener('pointermove', move as EventListener);
  target.addEventListener('pointerup', end as EventListener);
  target.addEventListener('pointercancel', end as EventListener);
}
