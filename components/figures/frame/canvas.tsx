// A canvas for pictures of thousands of marks: sharp on every screen, redrawn when the theme or its size changes.
import { effect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { themeVersion, useWidth, watchMedia } from './media.ts';

export interface Surface {
  readonly context: CanvasRenderingContext2D;
  /** In CSS pixels; the context is scaled already. */
  readonly width: number;
  readonly height: number;
  /** The present value of a custom property: `colour('--q-weight')`. */
  readonly colour: (property: string) => string;
}

interface Props {
  /** Draws everything; signals read in it make it draw again. */
  readonly draw: (surface: Surface) => void;
  readonly label: string;
  readonly aspect?: number;
  readonly assumedWidth?: number;
  /** What stands here until the script runs: an SVG drawn on the server. */
  readonly children?: ComponentChildren;
  readonly class?: string;
}

export function CanvasView({
  draw,
  label,
  aspect = 1,
  assumedWidth = 560,
  children,
  ...rest
}: Props) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(box, assumedWidth);
  const height = Math.round(width / aspect);
  const latest = useRef(draw);
  latest.current = draw;
  useEffect(() => {
    watchMedia();
    const element = canvas.current!;
    const context = element.getContext('2d')!;
    const ratio = Math.min(3, devicePixelRatio || 1);
    element.width = width * ratio;
    element.height = height * ratio;
    return effect(() => {
      void themeVersion.value;
      const style = getComputedStyle(element);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      latest.current({
        context,
        width,
        height,
        colour: (property) => style.getPropertyValue(property),
      });
      element.dataset['drawn'] = '';
    });
  }, [width, height, draw]);
  return (
    <div
      ref={box}
      class={`figure-canvas ${rest.class ?? ''}`}
      style={{ aspectRatio: String(aspect) }}
      role="img"
      aria-label={label}
    >
      {children}
      <canvas ref={canvas} aria-hidden="true" />
    </div>
  );
}
