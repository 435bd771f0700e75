// The course at a glance: what is done and what is open, by lesson and kind.
import { useEffect, useState } from 'preact/hooks';
import { index } from 'virtual:downhill/exercise-index';
import type { Kind, Lang } from '../../src/exercises/types.ts';
import { exerciseTexts } from '../../src/i18n/exercises.ts';
import { reviewTexts } from '../../src/i18n/review.ts';
import { courseProgress, type LessonProgress } from '../../src/progress/course.ts';
import { progress } from '../../src/progress/store.ts';
import type { LessonTitle } from './review.tsx';

interface Props {
  readonly lang: Lang;
  readonly lessons: readonly LessonTitle[];
}

export function CourseTable({ lang, lessons }: Props) {
  const t = reviewTexts[lang];
  const [rows, setRows] = useState<readonly LessonProgress[]>(() => courseProgress(index, []));

  useEffect(() => {
    const count = async () =>
      setRows(
        courseProgress(index, await progress().all('answers'), await progress().all('positions')),
      );
    void count();
    return progress().watch((store) => {
      if (store === 'answers') void count();
    });
  }, []);

  const listed = lessons.flatMap((lesson) => {
    const row = rows.find((item) => item.lesson === lesson.lesson);
    return row ? [{ ...lesson, row }] : [];
  });
  if (!listed.length) return null;
  return (
    <section>
      <h2>{t.course}</h2>
      <div class="review-table" tabIndex={0} role="group" aria-label={t.course}>
        {/* On a phone rows become blocks, which would take their roles from them. */}
        <table role="table">
          <thead>
            <tr>
              <th scope="col">{t.lesson}</th>
              <th scope="col">{t.exercises}</th>
              <th scope="col">{t.kinds}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map(({ title, address, row }) => (
              <tr key={row.lesson} role="row" data-state={row.state}>
                <th scope="row" role="rowheader">
                  <a href={address}>{title}</a>
                </th>
                <td role="cell">
                  <progress max={row.total} value={row.done} aria-label={t.exercises} />{' '}
                  <span>
                    {row.done}/{row.total}
                  </span>{' '}
                  <span class="exercise-label">{t.states[row.state]}</span>
                </td>
                <td role="cell">{openKinds(row, lang) || t.all}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function openKinds({ kinds }: LessonProgress, lang: Lang): string {
  return Object.entries(kinds)
    .map(([kind, { done, total }]) => [kind as Kind, total - done] as const)
    .filter(([, open]) => open > 0)
    .map(([kind, open]) => `${exerciseTexts[lang].kinds[kind]}${open > 1 ? `\u00a0×${open}` : ''}`)
    .join(lang === 'zh' ? '、' : ', ');
}
