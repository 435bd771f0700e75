// The confusion matrix; a cell opens the pictures that were mistaken in that way.
import { useId, useState } from 'preact/hooks';
import { loadFashionTest, setDataSource } from '../../../src/engine/index.ts';
import { inkAddress } from '../pictures/pixels.ts';
import type { CnnTrainerText } from './CnnTrainer.text.ts';
import { confusion } from './job.ts';

let testPixels: Promise<Float32Array> | undefined;

/** The 2,000 test pictures, fetched when a reader first wants to see one. */
function fetchTestPixels(): Promise<Float32Array> {
  setDataSource(async (name) => {
    const response = await fetch(`${import.meta.env.BASE_URL}/data/${name}`.replace('//', '/'));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  });
  testPixels ??= loadFashionTest().then(({ x }) => x.data as Float32Array);
  testPixels.catch(() => (testPixels = undefined));
  return testPixels;
}

const MOST_SHOWN = 40;

interface Props {
  readonly text: CnnTrainerText;
  readonly predictions: Uint8Array;
}

interface ViewProps extends Props {
  /** The network has changed since these answers. */
  readonly isStale: boolean;
}

export function ConfusionView({ text, predictions, isStale }: ViewProps) {
  const [chosen, setChosen] = useState<readonly [truth: number, given: number] | undefined>();
  const [pixels, setPixels] = useState<Float32Array | undefined>();
  const captionId = useId();
  const matrix = confusion(predictions);
  const most = Math.max(1, ...matrix.flatMap((row, i) => row.filter((_, j) => i !== j)));
  const open = (truth: number, given: number) => {
    setChosen([truth, given]);
    if (!pixels) void fetchTestPixels().then(setPixels, () => undefined);
  };
  return (
    <div class="cnn-confusion" data-stale={isStale || undefined}>
      <p class="cnn-caption" id={captionId}>
        {text.confusion}
        {isStale && ` ${text.stale}`}
      </p>
      <div class="cnn-scroll" tabIndex={0} role="region" aria-label={text.confusion}>
        <table aria-labelledby={captionId}>
          <thead>
            <tr>
              <td />
              {text.classes.map((name) => (
                <th key={name} scope="col">
                  <span>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.map((row, truth) => (
              <tr key={truth}>
                <th scope="row">{text.classes[truth]}</th>
                {row.map((count, given) => (
                  <td
                    key={given}
                    data-right={truth === given || undefined}
                    style={truth === given ? {} : { '--share': (count / most).toFixed(3) }}
                  >
                    {truth === given || count === 0 ? (
                      count || ''
                    ) : (
                      <button
                        type="button"
                        aria-pressed={chosen?.[0] === truth && chosen[1] === given}
                        aria-label={text.cell(count, text.classes[truth]!, text.classes[given]!)}
                        onClick={() => open(truth, given)}
                      >
                        {count}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen && <Mistakes text={text} predictions={predictions} chosen={chosen} pixels={pixels} />}
    </div>
  );
}

interface MistakesProps extends Props {
  readonly chosen: readonly [number, number];
  readonly pixels: Float32Array | undefined;
}

function Mistakes({ text, predictions, chosen: [truth, given], pixels }: MistakesProps) {
  const found = [...predictions.keys()].filter((i) => i % 10 === truth && predictions[i] === given);
  const names = [text.classes[truth]!, text.classes[given]!] as const;
  return (
    <div class="cnn-mistakes" role="status">
      <p class="cnn-label">{text.shown(found.length, ...names)}</p>
      {pixels ? (
        found.slice(0, MOST_SHOWN).map((i) => (
          <img
            key={i}
            class="cnn-map cnn-ink"
            alt={`${names[0]} ${i}`}
            src={inkAddress({
              width: 28,
              height: 28,
              values: pixels.subarray(i * 784, (i + 1) * 784),
            })}
          />
        ))
      ) : (
        <p>{text.fetching}</p>
      )}
    </div>
  );
}
