// A slider that carries its formula's symbol and word, and also takes a typed number.
import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Name } from './name.tsx';
import {
  fromTrack,
  plainNumber,
  toTrack,
  track,
  typedNumber,
  type SliderScale,
} from './slider-scale.ts';
import { frameText, type Lang } from './frame.text.ts';

interface Props extends SliderScale {
  readonly lang: Lang;
  /** A signal, or anything that reads and writes like one. */
  readonly value: Pick<Signal<number>, 'value' | 'peek'>;
  /** The word: "learning rate". */
  readonly label: string;
  /** The formula's symbol: "η". */
  readonly symbol?: string;
  /** The name in the code, which links formula, code and control: "learningRate". */
  readonly identifier?: string;
  readonly format?: (value: number) => string;
  readonly disabled?: boolean;
  /** Called after the reader moved it. */
  readonly onChange?: (value: number) => void;
}

export function Slider(props: Props) {
  const { lang, value, label, format = plainNumber, disabled, onChange } = props;
  const id = useId();
  const set = (next: number) => {
    value.value = next;
    onChange?.(next);
  };
  const text = format(value.value);
  return (
    <div class="figure-control figure-slider" data-symbol={props.identifier} data-value={text}>
      <label class="figure-label" for={id}>
        <Name symbol={props.symbol} label={label} />
      </label>
      <input
        id={id}
        type="range"
        {...track(props)}
        value={toTrack(value.value, props)}
        aria-valuetext={text}
        disabled={disabled}
        onInput={(event) => set(fromTrack(event.currentTarget.valueAsNumber, props))}
      />
      <input
        class="figure-typed"
        type="text"
        inputMode="decimal"
        size={6}
        value={text}
        aria-label={frameText[lang].typed(label)}
        disabled={disabled}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          const typed = typedNumber(event.currentTarget.value, props);
          if (typed !== undefined) set(typed);
          event.currentTarget.value = format(value.peek());
        }}
      />
    </div>
  );
}
