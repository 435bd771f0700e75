// Parameters of a dense layer, a convolution and a separable convolution for the same pictures, as bars on a log scale.
import { number } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { Slider } from '../frame/slider.tsx';
import { useFigure } from '../frame/use-figure.ts';
import { convolutionParameters, denseParameters, separableParameters } from './parameters.ts';
import { parameterCounterText } from './ParameterCounter.text.ts';
import './convolution.css';

const fields = {
  side: number(32, { min: 4, max: 224, integer: true }),
  inChannels: number(3, { min: 1, max: 256, integer: true }),
  outChannels: number(16, { min: 1, max: 256, integer: true }),
  kernel: number(3, { min: 1, max: 7, integer: true }),
};

/** The bars' scale ends here: more than any setting gives. */
const MOST = 1e14;

export function ParameterCounter({ lang, id = 'parameter-counter' }: { lang: Lang; id?: string }) {
  const text = parameterCounterText[lang];
  const figure = useFigure(id, fields);
  const { state } = figure;
  const sizes = {
    side: state.side.value,
    inChannels: state.inChannels.value,
    outChannels: state.outChannels.value,
    kernel: state.kernel.value,
  };
  const dense = denseParameters(sizes);
  const convolution = convolutionParameters(sizes);
  const separable = separableParameters(sizes);
  const numbers = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 });
  const bars = [
    [text.dense, dense],
    [text.convolution, convolution],
    [text.separable, separable],
  ] as const;
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="ParameterCounter"
      title={text.title}
      summary={text.summary}
      reading={text.reading(
        numbers.format(dense / convolution),
        share.format(separable / convolution),
      )}
      table={() => ({
        columns: text.table,
        rows: bars.map(([name, count]) => [name, numbers.format(count)]),
      })}
      controls={
        <>
          <Slider
            lang={lang}
            value={state.side}
            min={4}
            max={224}
            step={1}
            symbol="H = W"
            label={text.side}
            identifier="side"
          />
          <Slider
            lang={lang}
            value={state.inChannels}
            min={1}
            max={256}
            step={1}
            label={text.inChannels}
            identifier="inChannels"
          />
          <Slider
            lang={lang}
            value={state.outChannels}
            min={1}
            max={256}
            step={1}
            label={text.outChannels}
            identifier="outChannels"
          />
          <Slider
            lang={lang}
            value={state.kernel}
            min={1}
            max={7}
            step={1}
            symbol="K"
            label={text.kernel}
            identifier="kernel"
          />
        </>
      }
    >
      <dl class="count-bars">
        {bars.map(([name, count]) => (
          <>
            <dt>{name}</dt>
            <dd>
              <span
                class="count-bar"
                style={{ '--share': (Math.log10(count) / Math.log10(MOST)).toFixed(4) }}
              />
              <span class="count-number">{numbers.format(count)}</span>
            </dd>
          </>
        ))}
      </dl>
      <p class="count-note">{text.scale}</p>
    </Figure>
  );
}
