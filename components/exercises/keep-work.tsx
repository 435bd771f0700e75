// The reader's work as a file, out and in, and the questions for Anki.
import { useEffect, useState } from 'preact/hooks';
import type { Lang } from '../../src/exercises/types.ts';
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { reviewTexts } from '../../src/i18n/review.ts';
import type { CardRecord } from '../../src/progress/records.ts';
import { progress, type Trouble } from '../../src/progress/store.ts';
import {
  exportProgress,
  importProgress,
  readProgressFile,
  type FileProblem,
} from '../../src/progress/transfer.ts';

export function KeepWork({ lang, cards }: { lang: Lang; cards: readonly CardRecord[] }) {
  const t = reviewTexts[lang];
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<Trouble>();

  useEffect(() => {
    setTrouble(progress().trouble());
    return progress().watchTrouble(setTrouble);
  }, []);

  async function save(): Promise<void> {
    const file = await exportProgress(progress());
    const date = file.exportedAt.slice(0, 10);
    download(`downhill-${date}.json`, JSON.stringify(file, null, 1), 'application/json');
  }

  async function read(input: HTMLInputElement): Promise<void> {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    const file = readProgressFile(await chosen.text());
    setSaid(
      'name' in file ? problem(file, lang) : t.readDone(await importProgress(progress(), file)),
    );
    input.value = '';
  }

  async function anki(): Promise<void> {
    const { ankiText } = await import('./anki.ts');
    download('downhill-anki.txt', await ankiText(cards, lang), 'text/plain');
  }

  return (
    <section class="keep-work">
      <h2>{t.yourWork}</h2>
      <p>{t.yourWorkText}</p>
      {trouble && <p class="exercise-notice">{exerciseTexts[lang].trouble[trouble]}</p>}
      <p class="keep-work-tools needs-script">
        <button type="button" class="exercise-check" onClick={() => void save()}>
          {t.save}
        </button>
        <label class="keep-work-read">
          <input
            class="visually-hidden"
            type="file"
            accept="application/json,.json"
            onChange={(event) => void read(event.currentTarget)}
          />
          <span>{t.read}</span>
        </label>
        <button
          type="button"
          class="exercise-quiet"
          disabled={!cards.length}
          title={t.ankiText}
          onClick={() => void anki()}
        >
          {t.anki}
        </button>
      </p>
      <p role="status" class="keep-work-said">
        {said}
      </p>
    </section>
  );
}

function problem(found: FileProblem, lang: Lang): string {
  const t = reviewTexts[lang].problems;
  return found.name === 'damaged' ? t.damaged(found.store, found.record) : t[found.name];
}

function download(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
