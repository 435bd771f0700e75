// A figure of one slider, for trying the exercise that asks for something in a figure.
import { useEffect, useRef, useState } from 'preact/hooks';
import { figureChanged, publishFigure } from '../figure-states.ts';

export function Dial() {
  const [eta, setEta] = useState(0.1);
  const state = useRef({ eta, curvature: 2 });
  state.current = { eta, curvature: 2 };
  useEffect(() => publishFigure('gallery-dial', () => state.current), []);
  useEffect(() => figureChanged('gallery-dial'), [eta]);
  return (
    <p id="gallery-dial">
      <label>
        η{' '}
        <input
          type="range"
          min={0.1}
          max={1.5}
          step={0.1}
          value={eta}
          onInput={(event) => setEta(event.currentTarget.valueAsNumber)}
        />{' '}
        <output>{eta}</output>
      </label>
    </p>
  );
}
