// The tests of a program: what is called, what is expected, and after a run what was found.
import type { CaseResult } from '../../src/exercises/kinds/code.ts';
import type { Lang, Outlines } from '../../src/exercises/types.ts';
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { Sign } from './card.tsx';

interface Props {
  readonly cases: readonly CaseResult[] | undefined;
  readonly outline: Outlines['code'];
  readonly lang: Lang;
}

/** Hidden tests stay hidden until one fails. */
export function Cases({ cases, outline, lang }: Props) {
  const t = exerciseTexts[lang];
  const shown = cases?.filter(({ hidden, passed }) => !hidden || !passed);
  const passedHidden = cases?.filter(({ hidden, passed }) => hidden && passed).length;
  const hidden = cases ? passedHidden! : outline.hidden;
  const rows: readonly Partial<CaseResult>[] = shown ?? outline.visible;
  return (
    <div class="exercise-cases" tabIndex={0} role="group" aria-label={t.tests}>
      <table>
        <caption class="visually-hidden">{t.tests}</caption>
        <thead>
          <tr>
            <th scope="col">{t.testCall}</th>
            <th scope="col">{t.testExpected}</th>
            {cases && <th scope="col">{t.testFound}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} data-passed={row.passed}>
              <td>
                <code>{row.call}</code>
                {row.hidden && <span class="exercise-label"> {t.hiddenTest}</span>}
              </td>
              <td>
                <code>{cases ? print(row.expected) : outline.visible[index].gives}</code>
              </td>
              {cases && (
                <td>
                  <Sign name={row.passed ? 'right' : 'wrong'} />
                  <span class="visually-hidden">{row.passed ? t.passed : t.failed}: </span>
                  <code>{row.error === undefined ? print(row.actual) : t.threw(row.error)}</code>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <p class="exercise-notice-quiet">
          {t.hiddenTests(hidden)}
          {cases && ` (${t.passed})`}
        </p>
      )}
    </div>
  );
}

/** Plain data as one would write it, numbers cut to six digits, long values shortened. */
function print(value: unknown): string {
  const text = JSON.stringify(value, (_, item: unknown) => {
    if (typeof item === 'number') return Number(item.toPrecision(6));
    if (typeof item === 'object' && item !== null && '$' in item) return String(item.$);
    return item;
  });
  const plain = (text ?? 'undefined').replaceAll(',', ', ');
  return plain.length > 160 ? `${plain.slice(0, 157)}…` : plain;
}
