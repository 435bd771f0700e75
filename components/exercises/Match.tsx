// Pairs to put together: choose a row, then its partner.
import { useState } from 'preact/hooks';
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { seedFrom, shuffled } from '../../src/exercises/vars.ts';
import { Card, Sign } from './card.tsx';
import { Html } from './html.tsx';
import { useExercise, type ExerciseProps } from './use-exercise.ts';

export function Match(props: ExerciseProps<'match'>) {
  const { id, lang, outline } = props;
  const { left, right, spoken } = outline;
  const exercise = useExercise('match', props, {});
  const { answer, verdict } = exercise;
  const [active, setActive] = useState(left[0]);
  const t = exerciseTexts[lang];
  const mistaken = verdict?.detail as readonly string[] | undefined;

  async function assign(partner: string): Promise<void> {
    await exercise.load(); // the slot shows the partner's text
    const next = Object.fromEntries(
      Object.entries(answer).filter(([row, taken]) => taken !== partner && row !== active),
    );
    exercise.setAnswer({ ...next, [active]: partner });
    const following = [...left.slice(left.indexOf(active) + 1), ...left];
    setActive(following.find((row) => row !== active && next[row] === undefined) ?? active);
  }

  return (
    <Card exercise={exercise}>
      <ul class="exercise-pairs">
        {left.map((row) => {
          const partner = answer[row];
          const mark = mistaken && (mistaken.includes(row) ? 'wrong' : 'right');
          return (
            <li key={row}>
              <Html lang={lang} id={id} part={`left-${row}`} as="span" class="exercise-left" />
              <button
                type="button"
                class="exercise-slot needs-script"
                aria-pressed={row === active}
                data-mark={mark}
                onClick={() => setActive(row)}
              >
                <span class="visually-hidden">
                  {spoken[row].left}: {partner && spoken[partner].right}
                </span>
                {partner ? (
                  <span aria-hidden="true">
                    <Html key={partner} lang={lang} id={id} part={`right-${partner}`} as="span" />
                  </span>
                ) : (
                  <span class="exercise-empty">{t.choosePartner}</span>
                )}
                {mark && <Sign name={mark} />}
              </button>
            </li>
          );
        })}
      </ul>
      <div class="exercise-partners" role="group" aria-label={t.partners}>
        {shuffled(right, seedFrom(id)).map((partner) => (
          <button
            key={partner}
            type="button"
            data-taken={Object.values(answer).includes(partner) || undefined}
            onClick={() => void assign(partner)}
          >
            <span class="visually-hidden">{spoken[partner].right}</span>
            <span aria-hidden="true">
              <Html lang={lang} id={id} part={`right-${partner}`} as="span" />
            </span>
          </button>
        ))}
      </div>
    </Card>
  );
}
