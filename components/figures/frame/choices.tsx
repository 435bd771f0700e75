// Choosing: one of a few, yes or no, a count, a push.
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { frameText, type Lang } from './frame.text.ts';
import { Name } from './name.tsx';

interface Named {
  readonly label: string;
  readonly symbol?: string;
  readonly identifier?: string;
  readonly disabled?: boolean;
}

interface ChoiceProps<T extends string> extends Named {
  readonly value: Signal<T>;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange?: (value: T) => void;
}

/** One of a few, side by side; arrow keys move between them. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const name = useId();
  const { value, options, onChange, disabled } = props;
  return (
    <fieldset class="figure-control figure-choice" data-symbol={props.identifier}>
      <legend class="figure-label">
        <Name symbol={props.symbol} label={props.label} />
      </legend>
      <div class="figure-options">
        {options.map((option) => (
          <label key={option.value} class="figure-option">
            <input
              type="radio"
              name={name}
              checked={value.value === option.value}
              disabled={disabled}
              onChange={() => {
                value.value = option.value;
                onChange?.(option.value);
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ToggleProps extends Named {
  readonly value: Signal<boolean>;
  readonly onChange?: (value: boolean) => void;
}

/** Yes or no. */
export function Toggle({ value, label, symbol, identifier, disabled, onChange }: ToggleProps) {
  return (
    <label class="figure-control figure-toggle" data-symbol={identifier}>
      <input
        type="checkbox"
        role="switch"
        checked={value.value}
        disabled={disabled}
        onChange={(event) => {
          value.value = event.currentTarget.checked;
          onChange?.(value.value);
        }}
      />
      <span class="figure-label">
        <Name symbol={symbol} label={label} />
      </span>
    </label>
  );
}

interface StepperProps extends Named {
  readonly lang: Lang;
  readonly value: Signal<number>;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly onChange?: (value: number) => void;
}

/** A small whole number with a button on each side. */
export function Stepper(props: StepperProps) {
  const { lang, value, min, max, step = 1, label, disabled, onChange } = props;
  const text = frameText[lang];
  const by = (amount: number) => {
    value.value = Math.min(max, Math.max(min, value.value + amount));
    onChange?.(value.value);
  };
  return (
    <div
      class="figure-control figure-stepper"
      role="group"
      aria-label={label}
      data-symbol={props.identifier}
      data-value={String(value.value)}
    >
      <span class="figure-label">
        <Name symbol={props.symbol} label={label} />
      </span>
      <button
        type="button"
        aria-label={text.less(label)}
        disabled={disabled || value.value <= min}
        onClick={() => by(-step)}
      >
        −
      </button>
      <output aria-live="polite">{value.value}</output>
      <button
        type="button"
        aria-label={text.more(label)}
        disabled={disabled || value.value >= max}
        onClick={() => by(step)}
      >
        +
      </button>
    </div>
  );
}

interface ButtonProps {
  readonly onPress: () => void;
  readonly disabled?: boolean;
  /** The one button that the reader should press first. */
  readonly primary?: boolean;
  readonly pressed?: boolean;
  readonly children: ComponentChildren;
}

/** A push. */
export function Button({ onPress, disabled, primary, pressed, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={primary ? 'figure-button figure-primary' : 'figure-button'}
      disabled={disabled}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
