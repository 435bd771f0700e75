// An animation that stops by itself when nobody can see it, and never starts by itself for readers who want less motion.
import { signal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { prefersReducedMotion, watchMedia } from './media.ts';

export interface Loop {
  /** Whether the reader, or the figure, wants it to run; it may still rest off screen. */
  readonly isRunning: ReadonlySignal<boolean>;
  /** Begins; a reader with reduced motion gets single steps instead, so that nothing happens then. */
  start(): void;
  stop(): void;
  toggle(): void;
  /** One step, whether it runs or not. */
  step(): void;
}

interface LoopOptions {
  /** The element that has to be on screen. */
  readonly ref: RefObject<Element>;
  /** Milliseconds between two steps; 0 means every frame. May change while it runs. */
  readonly every?: number | (() => number);
}

/**
 * @param onStep does one step; `seconds` since the last one. Gives false when there is nothing left to do.
 */
export function useLoop(onStep: (seconds: number) => boolean | void, options: LoopOptions): Loop {
  const latest = useRef({ onStep, options });
  latest.current = { onStep, options };
  const { loop, isRunning } = useMemo(() => create(latest), []);
  useEffect(() => {
    watchMedia();
    return drive(latest, isRunning);
  }, []);
  return loop;
}

type Latest = RefObject<{ onStep: (seconds: number) => boolean | void; options: LoopOptions }>;

function create(latest: Latest) {
  const isRunning = signal(false);
  const stop = () => (isRunning.value = false);
  const start = () => (isRunning.value = !prefersReducedMotion.value);
  const loop: Loop = {
    isRunning,
    start,
    stop,
    toggle: () => (isRunning.value ? stop() : start()),
    step: () => {
      stop();
      latest.current!.onStep(0);
    },
  };
  return { loop, isRunning };
}

/** Calls the step from animation frames while it runs and is seen. */
function drive(
  latest: Latest,
  isRunning: { value: boolean; subscribe(f: () => void): () => void },
) {
  let isSeen = true;
  let frame = 0;
  let last = 0;
  const tick = (now: number) => {
    frame = 0;
    const { onStep, options } = latest.current!;
    const every = typeof options.every === 'function' ? options.every() : (options.every ?? 0);
    if (!last || now - last >= every) {
      const seconds = last ? Math.min(0.1, (now - last) / 1000) : 0;
      last = now;
      if (onStep(seconds) === false) isRunning.value = false;
    }
    schedule();
  };
  const schedule = () => {
    const shouldRun = isRunning.value && isSeen && !document.hidden;
    if (shouldRun && !frame) frame = requestAnimationFrame(tick);
    if (!shouldRun) {
      cancelAnimationFrame(frame);
      frame = 0;
      last = 0;
    }
  };
  const observer = new IntersectionObserver(([entry]) => {
    isSeen = entry!.isIntersecting;
    schedule();
  });
  const element = latest.current!.options.ref.current;
  if (element) observer.observe(element);
  const unsubscribe = isRunning.subscribe(schedule);
  const unsubscribeMotion = prefersReducedMotion.subscribe((isReduced) => {
    if (isReduced) isRunning.value = false;
  });
  document.addEventListener('visibilitychange', schedule);
  return () => {
    document.removeEventListener('visibilitychange', schedule);
    observer.disconnect();
    unsubscribe();
    unsubscribeMotion();
    cancelAnimationFrame(frame);
  };
}
