// Run, pause and single steps for a loop; with reduced motion only the steps remain.
import { frameText, type Lang } from './frame.text.ts';
import type { Loop } from './loop.ts';
import { useReducedMotion } from './media.ts';
import { Button } from './choices.tsx';

interface Props {
  readonly lang: Lang;
  readonly loop: Loop;
  /** Nothing left to do. */
  readonly isDone?: boolean;
  readonly runLabel?: string;
  readonly stepLabel?: string;
}

export function Player({ lang, loop, isDone, runLabel, stepLabel }: Props) {
  const text = frameText[lang];
  const isRunning = loop.isRunning.value;
  const isStill = useReducedMotion();
  return (
    <>
      <Button onPress={loop.step} disabled={isDone}>
        {stepLabel ?? text.step}
      </Button>
      {!isStill && (
        <Button primary onPress={loop.toggle} disabled={isDone && !isRunning}>
          {isRunning ? text.pause : (runLabel ?? text.run)}
        </Button>
      )}
    </>
  );
}
