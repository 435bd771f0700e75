// Speaks a changing text to a screen reader without drowning it: the newest, at most once in a while.
import { useEffect, useRef, useState } from 'preact/hooks';

const QUIET_MS = 1200;

/** The text to put into a live region; lags behind `text` so that only resting values are spoken. */
export function useAnnounced(text: string): string {
  const [spoken, setSpoken] = useState('');
  const first = useRef(text);
  useEffect(() => {
    if (text === first.current && spoken === '') return; // nothing happened yet
    const timer = setTimeout(() => setSpoken(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return spoken;
}
