// Writes the reader's progress into the page: beside lessons in a list, and where to go on.
import { progressTexts } from '../i18n/progress.ts';
import { courseProgress } from './course.ts';
import { progress } from './store.ts';

/**
 * Fills `[data-progress="<lesson>"]`, `[data-continue="<lessons' address>"]`, `[data-stop="<lesson>"]` and `[data-due]`, now and after each
 * change. The list of exercises is fetched when there is something to count.
 */
export async function showProgress(root: ParentNode = document): Promise<void> {
  const lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  let waiting: ReturnType<typeof setTimeout> | undefined;
  progress().watch(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void fill(root, lang), 150);
  });
  await fill(root, lang);
}

async function fill(root: ParentNode, lang: 'en' | 'zh'): Promise<void> {
  const [answers, positions] = await Promise.all([
    progress().all('answers'),
    progress().all('positions'),
  ]);
  if (!answers.length && !positions.length) return;
  const here = document.querySelector<HTMLElement>('[data-lesson]:has(> [aria-current=page])');
  // Islands that have something of the reader's to show need not wait for a sign.
  if (answers.some(({ lesson }) => lesson === here?.dataset.lesson))
    dispatchEvent(new Event('downhill:returning'));
  const { index } = await import('virtual:downhill/exercise-index');
  const t = progressTexts[lang];
  for (const item of courseProgress(index, answers, positions)) {
    const stop = root.querySelector(`[data-stop="${item.lesson}"]`);
    stop?.toggleAttribute('data-done', item.state === 'done');
    const places = root.querySelectorAll<HTMLElement>(`[data-progress="${item.lesson}"]`);
    for (const place of places) {
      place.dataset.state = item.state;
      place.style.setProperty('--done', String(item.total ? item.done / item.total : 0));
      const said = item.done || item.tried ? t.count(item.done, item.total) : t.read;
      place.title = item.state === 'untouched' ? '' : said;
      place.textContent = item.tried ? `${item.done}/${item.total}` : '';
      if (item.state === 'untouched') place.removeAttribute('aria-label');
      else {
        place.setAttribute('role', 'img');
        place.setAttribute('aria-label', said);
      }
    }
  }
  const [last] = positions.sort((a, b) => b.at - a.at);
  if (last) showContinue(root, last.lesson, last.section);
  await showDue(root, t);
}

function showContinue(root: ParentNode, lesson: string, section: string): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-continue]')) {
    const address = `${place.dataset.continue}${lesson}/`;
    const listed = document.querySelector(
      `a[href="${CSS.escape(address)}"] .name, a[href="${CSS.escape(address)}"]`,
    );
    const link = place.querySelector('a');
    if (!link || !listed) continue;
    link.href = section ? `${address}#${encodeURIComponent(section)}` : address;
    link.textContent =
      (listed.querySelector('.name, .title') ?? listed).textContent?.trim() || lesson;
    place.hidden = false;
  }
}

async function showDue(
  root: ParentNode,
  t: (typeof progressTexts)[keyof typeof progressTexts],
): Promise<void> {
  const places = root.querySelectorAll<HTMLElement>('[data-due]');
  if (!places.length) return;
  const { dueCards } = await import('./review.ts');
  const due = (await dueCards(progress(), Date.now())).length;
  for (const place of places) {
    place.hidden = due === 0;
    (place.querySelector('a') ?? place).textContent = t.due(due);
  }
}
