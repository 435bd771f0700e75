// What the net makes of a picture: kernels, maps of both layers, probabilities.
import { inkAddress, signedAddress } from '../pictures/pixels.ts';
import type { CnnTrainerText } from './CnnTrainer.text.ts';
import type { Look, Plane } from './look.ts';

const picture = ({ side, values }: Plane) => ({ width: side, height: side, values });

/** Maps share one scale, so that a faint one looks faint. */
function scaled(maps: readonly Plane[]): Plane[] {
  const most = Math.max(1e-9, ...maps.map(({ values }) => Math.max(...values)));
  return maps.map(({ side, values }) => ({ side, values: values.map((value) => value / most) }));
}

export function LookView({ look, text }: { look: Look; text: CnnTrainerText }) {
  return (
    <div class="cnn-look">
      <MapRow
        label={text.filters}
        text={text}
        addresses={look.filters.map((p) => signedAddress(picture(p)))}
        signed
      />
      {look.maps.map((maps, i) => (
        <MapRow
          key={i}
          label={text.maps(i)}
          text={text}
          addresses={scaled(maps).map((p) => inkAddress(picture(p)))}
        />
      ))}
      <Answer probabilities={look.probabilities} text={text} />
    </div>
  );
}

interface RowProps {
  readonly label: string;
  readonly text: CnnTrainerText;
  readonly addresses: readonly string[];
  readonly signed?: boolean;
}

function MapRow({ label, text, addresses, signed }: RowProps) {
  return (
    <div class="cnn-row">
      <p class="cnn-label">{label}</p>
      <div
        class={`cnn-maps${addresses.length > 8 ? ' cnn-many' : ''}`}
        role="group"
        aria-label={label}
      >
        {addresses.map((address, i) => (
          <img
            key={i}
            class={signed ? 'cnn-map' : 'cnn-map cnn-ink'}
            src={address}
            alt={text.map(i)}
          />
        ))}
      </div>
    </div>
  );
}

function Answer({
  probabilities,
  text,
}: {
  probabilities: readonly number[];
  text: CnnTrainerText;
}) {
  const best = probabilities.indexOf(Math.max(...probabilities));
  return (
    <div class="cnn-row">
      <p class="cnn-label">{text.answer}</p>
      <dl class="cnn-answer">
        {probabilities.map((probability, i) => (
          <div key={i} data-best={i === best || undefined}>
            <dt>{text.classes[i]}</dt>
            <dd>
              <span class="cnn-bar" style={{ '--share': probability.toFixed(4) }} />
              <span class="cnn-percent">
                {(100 * probability).toFixed(probability < 0.1 ? 1 : 0)} %
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
