// A picture, a kernel of nine numbers that the reader changes, and the output: number by number under the frame.
import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { conv2d, noGrad, tensor } from '../../../src/engine/index.ts';
import { number, oneOf, rows } from '../frame/fields.ts';
import { Figure } from '../frame/figure.tsx';
import type { Lang } from '../frame/frame.text.ts';
import { fixedNumber } from '../frame/slider-scale.ts';
import { useFigure } from '../frame/use-figure.ts';
import { innerProduct, patch, presetOf, presets, type Kernel } from './kernels.ts';
import { kernelLabText } from './KernelLab.text.ts';
import { readPicture } from '../pictures/own-picture.ts';
import type { Picture } from '../pictures/picture.ts';
import { PictureView } from '../pictures/picture-view.tsx';
import { pictures } from './pictures.ts';
import { inkAddress, signedAddress } from '../pictures/pixels.ts';
import './convolution.css';

const NAMES = ['shirt', 'shoe', 'bag', 'three', 'own'] as const;

const fields = {
  picture: oneOf(NAMES, 'shoe'),
  kernel: rows([presets[0]!.kernel], 9, 1),
  row: number(12, { min: 0, max: 63, integer: true }),
  column: number(18, { min: 0, max: 63, integer: true }),
};

export function KernelLab({ lang, id = 'kernel-lab' }: { lang: Lang; id?: string }) {
  const text = kernelLabText[lang];
  const figure = useFigure(id, fields);
  const { state } = figure;
  const own = useMemo(() => signal<Picture | undefined>(undefined), []);
  const problem = useMemo(() => signal(''), []);
  const chosen = state.picture.value;
  const picture = (chosen === 'own' ? own.value : pictures[chosen]) ?? pictures.shoe;
  const kernel: Kernel = state.kernel.value[0] ?? presets[0]!.kernel;
  const output = useMemo(() => filtered(picture, kernel), [picture, kernel]);
  const row = Math.min(state.row.value, picture.height - 1);
  const column = Math.min(state.column.value, picture.width - 1);
  const pixels = patch(picture, row, column);
  const value = innerProduct(pixels, kernel);
  const move = (toRow: number, toColumn: number) => {
    state.row.value = Math.min(picture.height - 1, Math.max(0, toRow));
    state.column.value = Math.min(picture.width - 1, Math.max(0, toColumn));
  };
  const take = async (file: Blob | null | undefined) => {
    if (!file) return;
    try {
      own.value = await readPicture(file);
      state.picture.value = 'own';
      problem.value = '';
    } catch {
      problem.value = text.broken;
    }
  };
  const place = text.place(row, column);
  return (
    <Figure
      figure={figure}
      lang={lang}
      component="KernelLab"
      title={text.title}
      summary={text.summary}
      keys={text.keys}
      size="wide"
      reading={text.reading(
        row,
        column,
        fixedNumber(value),
        fixedNumber(Math.min(...output.values)),
        fixedNumber(Math.max(...output.values)),
      )}
      table={() => ({
        columns: text.table,
        rows: pixels.map((pixel, i) => [
          `${row + Math.floor(i / 3) - 1}, ${column + (i % 3) - 1}`,
          fixedNumber(pixel),
          fixedNumber(kernel[i]!),
          fixedNumber(pixel * kernel[i]!),
        ]),
      })}
      controls={
        <>
          <label class="figure-control kernel-select">
            <span class="figure-label">{text.picture}</span>
            <select
              value={chosen}
              onChange={(event) =>
                (state.picture.value = event.currentTarget.value as (typeof NAMES)[number])
              }
            >
              {NAMES.filter((name) => name !== 'own' || own.value).map((name) => (
                <option key={name} value={name}>
                  {text.pictures[name]}
                </option>
              ))}
            </select>
          </label>
          <label class="figure-control kernel-select">
            <span class="figure-label">{text.preset}</span>
            <select
              value={presetOf(kernel)?.name ?? 'own'}
              onChange={(event) => {
                const preset = presets.find(({ name }) => name === event.currentTarget.value);
                if (preset) state.kernel.value = [preset.kernel];
              }}
            >
              {presets.map(({ name }) => (
                <option key={name} value={name}>
                  {text.presets[name]}
                </option>
              ))}
              {!presetOf(kernel) && <option value="own">{text.presets.own}</option>}
            </select>
          </label>
          <label class="figure-control kernel-file">
            <span class="figure-button">{text.chooseFile}</span>
            <input
              type="file"
              accept="image/*"
              onChange={(event) => void take(event.currentTarget.files?.[0])}
            />
            <span class="kernel-note">{problem.value || text.stays}</span>
          </label>
        </>
      }
    >
      <div
        class="kernel-lab"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take(event.dataTransfer?.files[0]);
        }}
      >
        <PictureView
          label={text.input}
          place={place}
          address={inkAddress(picture)}
          class="kernel-ink"
          size={picture.width}
          row={row}
          column={column}
          reach={1}
          onMove={move}
        />
        <div class="kernel-middle">
          <Weights text={text} kernel={kernel} onChange={(next) => (state.kernel.value = [next])} />
          <p class="kernel-products" role="img" aria-label={text.products}>
            {pixels.map((pixel, i) => (
              <span key={i}>
                <span class="pixel">{fixedNumber(pixel)}</span>·
                <span class="weight">{fixedNumber(kernel[i]!)}</span>
              </span>
            ))}
          </p>
          <p class="kernel-sum">Σ = {fixedNumber(value)}</p>
        </div>
        <PictureView
          label={text.output}
          place={place}
          address={signedAddress(output)}
          size={picture.width}
          row={row}
          column={column}
          reach={0}
          onMove={move}
        />
      </div>
    </Figure>
  );
}

/** The engine's convolution, with one pixel of padding so that the output is as large as the picture. */
function filtered(
  { width, height, values }: Picture,
  kernel: Kernel,
): Picture & { values: Float32Array } {
  const out = noGrad(() =>
    conv2d(
      tensor(Float32Array.from(values), { shape: [1, 1, height, width] }),
      tensor([...kernel], { shape: [1, 1, 3, 3] }),
      null,
      { padding: 1 },
    ),
  );
  return { width, height, values: out.data };
}

interface WeightsProps {
  readonly text: (typeof kernelLabText)[Lang];
  readonly kernel: Kernel;
  readonly onChange: (kernel: Kernel) => void;
}

/** Nine fields to type in. What is no number leaves the weight as it was. */
function Weights({ text, kernel, onChange }: WeightsProps) {
  return (
    <fieldset class="kernel-numbers" data-symbol="w">
      <legend class="visually-hidden">{text.weights}</legend>
      {kernel.map((weight, i) => (
        <input
          key={i}
          type="text"
          inputMode="decimal"
          aria-label={text.weight(Math.floor(i / 3) + 1, (i % 3) + 1)}
          value={String(Number(weight.toFixed(3)))}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            const typed = Number(event.currentTarget.value.replace('−', '-').replace(',', '.'));
            if (event.currentTarget.value.trim() !== '' && Number.isFinite(typed))
              onChange(kernel.map((old, j) => (j === i ? typed : old)));
            else event.currentTarget.value = String(Number(weight.toFixed(3)));
          }}
        />
      ))}
    </fieldset>
  );
}
