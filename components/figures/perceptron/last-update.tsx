// The last update in numbers: weights before, what was added, weights after.
import { fixedNumber } from '../frame/slider-scale.ts';
import type { TrainerText } from './PerceptronTrainer.text.ts';
import type { Sample, Weights } from './perceptron.ts';
import type { Standing } from './training.ts';

export function LastUpdate({ standing, text }: { standing: Standing; text: TrainerText }) {
  const { last, samples, run, weights } = standing;
  const sample = last && samples[last.index];
  return (
    <table class="trainer-sum">
      <caption class="visually-hidden">{text.sum}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">
            w<sub>1</sub>
          </th>
          <th scope="col">
            w<sub>2</sub>
          </th>
          <th scope="col">b</th>
        </tr>
      </thead>
      <tbody>
        {last && sample && (
          <>
            <Row name="w" values={last.before} />
            <Row name="+ η y x" values={added(sample, run.rate)} class="q-gradient" />
          </>
        )}
        <Row name="w" values={weights} class="q-weight trainer-total" />
      </tbody>
    </table>
  );
}

const added = ({ x, y, label }: Sample, rate: number): Weights => [
  rate * label * x,
  rate * label * y,
  rate * label,
];

function Row({
  name,
  values,
  class: look = '',
}: {
  name: string;
  values: Weights;
  class?: string;
}) {
  return (
    <tr class={look}>
      <th scope="row">{name}</th>
      {values.map((value, i) => (
        <td key={i}>{fixedNumber(value)}</td>
      ))}
    </tr>
  );
}
