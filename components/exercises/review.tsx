// The review page: what is due, the course at a glance, the reader's work as a file.
import { useEffect, useState } from 'preact/hooks';
import type { Lang } from '../../src/exercises/types.ts';
import { reviewTexts } from '../../src/i18n/review.ts';
import type { CardRecord } from '../../src/progress/records.ts';
import { allCards, dueCards } from '../../src/progress/review.ts';
import { progress } from '../../src/progress/store.ts';
import { CourseTable } from './course-table.tsx';
import { KeepWork } from './keep-work.tsx';
import { ReviewSession } from './review-session.tsx';
import { fromNow } from './from-now.ts';
import './exercises.css';
import './review.css';

export interface LessonTitle {
  readonly lesson: string;
  readonly title: string;
  readonly address: string;
}

interface Props {
  readonly lang: Lang;
  readonly lessons: readonly LessonTitle[];
  readonly home: string;
}

export function Review({ lang, lessons, home }: Props) {
  const t = reviewTexts[lang];
  const [cards, setCards] = useState<readonly CardRecord[]>();
  const [due, setDue] = useState<readonly CardRecord[]>([]);
  const [session, setSession] = useState<readonly CardRecord[]>();

  async function look(): Promise<void> {
    const [all, now] = [await allCards(progress()), await dueCards(progress(), Date.now())];
    setCards(all);
    setDue(now);
  }

  useEffect(() => {
    void look();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    return progress().watch(() => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void look(), 200);
    });
  }, []);

  const soonest = cards && [...cards].sort((a, b) => a.due - b.due);
  return (
    <div class="review">
      <section class="review-now" aria-live="polite">
        {!cards && <p class="needs-script">{t.loading}</p>}
        {cards?.length === 0 && (
          <>
            <p>{t.nothingYet}</p>
            <p>
              <a href={home}>{t.goToCourse}</a>
            </p>
          </>
        )}
        {session && (
          <ReviewSession
            lang={lang}
            lessons={lessons}
            cards={session}
            onEnd={() => setSession(undefined)}
          />
        )}
        {!session && soonest && soonest.length > 0 && (
          <>
            <p class="review-count">
              {due.length ? t.due(due.length) : t.noneDue}{' '}
              {!due.length && t.nextDue(fromNow(soonest[0].due, lang))}
            </p>
            <button
              type="button"
              class={due.length ? 'exercise-check' : 'exercise-quiet'}
              onClick={() => setSession(due.length ? due : soonest.slice(0, 10))}
            >
              {due.length ? t.start : t.practise}
            </button>
          </>
        )}
      </section>
      <CourseTable lang={lang} lessons={lessons} />
      <KeepWork lang={lang} cards={cards ?? []} />
    </div>
  );
}
