// The frame of every figure: a question, the picture, controls, what is seen now, and ways to take it away.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { copyText } from '../../../src/copy-text.ts';
import { useAnnounced } from './announce.ts';
import { DataTable, type TableData } from './data-table.tsx';
import { frameText, type Lang } from './frame.text.ts';
import { watchMedia } from './media.ts';
import { embedCode, embedPath, figureSlug } from './share.ts';
import type { FigureHandle } from './use-figure.ts';
import { figurePart } from './fragment.ts';
import './frame.css';

interface Props {
  readonly figure: Pick<FigureHandle, 'id' | 'reset' | 'link' | 'encode' | 'isLive'>;
  readonly lang: Lang;
  /** The component's name, under which it can be embedded. */
  readonly component: string;
  /** A question. */
  readonly title: string;
  /** One line: what is to be seen at this moment. */
  readonly reading: string;
  /** What the picture shows and how to work it, for readers who cannot see it. */
  readonly summary: string;
  /** The picture's numbers. */
  readonly table?: () => TableData;
  readonly tableCaption?: string;
  /** Under the picture. */
  readonly controls?: ComponentChildren;
  /** Beside the picture on wide screens, between picture and controls on narrow ones. */
  readonly side?: ComponentChildren;
  /** Which keys do what, one line each. */
  readonly keys?: readonly string[];
  /** `wide` breaks out of the text column. */
  readonly size?: 'text' | 'wide';
  /** The picture. */
  readonly children: ComponentChildren;
}

export function Figure(props: Props) {
  const { figure, lang, title, reading } = props;
  const text = frameText[lang];
  const id = `fig-${figure.id}`;
  const spoken = useAnnounced(reading);
  useEffect(watchMedia, []);
  return (
    <figure
      class="figure"
      id={id}
      data-figure={figure.id}
      data-size={props.size ?? 'text'}
      data-live={figure.isLive.value ? '' : undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
    >
      <p class="figure-title" id={`${id}-title`}>
        {title}
      </p>
      <p class="visually-hidden" id={`${id}-summary`}>
        {props.summary}
      </p>
      <div class="figure-body" data-side={props.side ? '' : undefined}>
        <div class="figure-picture">{props.children}</div>
        <div class="figure-reading">
          <p data-reading>{reading}</p>
          <p class="visually-hidden" role="status">
            {spoken}
          </p>
        </div>
        {props.controls && (
          <div class="figure-controls" role="group" aria-label={text.controls}>
            {props.controls}
          </div>
        )}
        {props.side && <div class="figure-side">{props.side}</div>}
      </div>
      <Foot {...props} />
    </figure>
  );
}

/** Reset, link, embedding, keys and the numbers. */
function Foot({ figure, lang, title, component, keys, table, tableCaption }: Props) {
  const text = frameText[lang];
  const { note, toCopy, copy } = useCopy(lang);
  const embed = () => {
    const path = embedPath(import.meta.env.BASE_URL, lang, component);
    const state = figure.encode();
    const hash = state ? `#${figurePart(figureSlug(component))}=${state}` : '';
    void copy(embedCode(`${location.origin}${path}${hash}`, title), text.embedded);
  };
  return (
    <div class="figure-foot">
      <button type="button" class="figure-quiet" onClick={figure.reset}>
        {text.reset}
      </button>
      <button
        type="button"
        class="figure-quiet"
        onClick={() => void copy(figure.link(), text.shared)}
      >
        {text.share}
      </button>
      <button type="button" class="figure-quiet" onClick={embed}>
        {text.embed}
      </button>
      {keys && (
        <details class="figure-keys">
          <summary>{text.keys}</summary>
          <ul>
            {keys.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      {table && <DataTable label={text.data} caption={tableCaption ?? title} table={table} />}
      <p class="figure-note" role="status">
        {note}
      </p>
      {toCopy && (
        <input
          class="figure-copy"
          readOnly
          value={toCopy}
          aria-label={text.notCopied}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}

function useCopy(lang: Lang) {
  const [note, setNote] = useState('');
  const [toCopy, setToCopy] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const copy = async (what: string, done: string) => {
    clearTimeout(timer.current);
    const isCopied = await copyText(what);
    setNote(isCopied ? done : frameText[lang].notCopied);
    setToCopy(isCopied ? '' : what);
    if (isCopied) timer.current = setTimeout(() => setNote(''), 4000);
  };
  return { note, toCopy, copy };
}
