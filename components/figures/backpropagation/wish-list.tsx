// Beside the wish picture: the three kinds of wishes of one output, or the ten wishes that meet in one hidden unit.
import { fixedNumber, plainNumber } from '../frame/slider-scale.ts';
import { wishesFor, type Wishes } from './digit-wishes.ts';
import type { wishText } from './WishPicture.text.ts';

interface Props {
  readonly text: (typeof wishText)['en' | 'zh'];
  readonly list: readonly number[];
  readonly image: number;
  readonly wishes: Wishes;
  readonly only: number | undefined;
  readonly unit: number;
}

const SECOND = 64 * 16 + 16;

export function WishList(props: Props) {
  return props.only === undefined ? (
    <TenWishes {...props} />
  ) : (
    <ThreeWishes {...props} only={props.only} />
  );
}

const bracketed = (value: number): string =>
  value < 0 ? `(${plainNumber(value)})` : plainNumber(value);

function ThreeWishes({ text, list, wishes, only, unit }: Props & { only: number }) {
  const delta = wishes.ofBias[only]!;
  const weight = list[SECOND + unit * 10 + only]!;
  const a = wishes.hidden[unit]!;
  return (
    <div class="bp-list">
      <p>{text.threeWishes(only)}</p>
      <dl>
        <dt>{text.bias}</dt>
        <dd>
          <i>δ</i> = <b>{plainNumber(delta)}</b>
        </dd>
        <dt>{text.weight(unit)}</dt>
        <dd>
          <i>a</i> <i>δ</i> = <span class="bp-a">{plainNumber(a)}</span> · {bracketed(delta)} ={' '}
          <b>{plainNumber(a * delta)}</b>
        </dd>
        <dt>{text.activation(unit)}</dt>
        <dd>
          <i>w</i> <i>δ</i> = <span class="bp-w">{plainNumber(weight)}</span> · {bracketed(delta)} ={' '}
          <b>{plainNumber(weight * delta)}</b>
        </dd>
      </dl>
      <p class="bp-quiet">{text.delta(only)}</p>
    </div>
  );
}

function TenWishes({ text, list, image, wishes, unit }: Props) {
  const each = Array.from({ length: 10 }, (_, k) => wishesFor(list, image, k).ofHidden[unit]!);
  const largest = Math.max(...each.map(Math.abs), 1e-9);
  return (
    <div class="bp-list">
      <p>{text.sumHead(unit)}</p>
      <table>
        <tbody>
          {each.map((wish, k) => (
            <tr key={k}>
              <th scope="row">{k}</th>
              <td>{fixedNumber(wish, 3)}</td>
              <td class="bp-track" aria-hidden="true">
                <span
                  class={wish < 0 ? 'is-less' : ''}
                  style={{ inlineSize: `${((Math.abs(wish) / largest) * 100).toFixed(0)}%` }}
                />
              </td>
            </tr>
          ))}
          <tr class="bp-total">
            <th scope="row">{text.sum}</th>
            <td>{fixedNumber(wishes.ofHidden[unit]!, 3)}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
