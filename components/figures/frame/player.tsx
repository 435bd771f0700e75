// Run, pause, single steps and the way back to the start for a loop; with reduced motion nothing runs by itself.
import { frameText, type Lang } from './frame.text.ts';
import type { Loop } from './loop.ts';
import { useReducedMotion } from './media.ts';
import { Button } from './choices.tsx';

interface Props {
  readonly lang: Lang;
  readonly loop: Loop;
  /** Nothing left to do. */
  readonly isDone?: boolean;
  /** Puts everything back to before the first step; then the loop runs. */
  readonly onRestart?: () => void;
  /** At the start already: there is nothing to go back to. */
  readonly isAtStart?: boolean;
  readonly runLabel?: string;
  readonly stepLabel?: string;
}

export function Player(props: Props) {
  const { lang, loop, isDone, onRestart, isAtStart, runLabel, stepLabel } = props;
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
      {onRestart && (
        <Button
          disabled={isAtStart}
          onPress={() => {
            onRestart();
            loop.start();
          }}
        >
          {text.restart}
        </Button>
      )}
    </>
  );
}
