// A time as one says it: in 3 days, tomorrow.
import type { Lang } from '../../src/exercises/types.ts';

const day = 86_400_000;

export function fromNow(time: number, lang: Lang, now = Date.now()): string {
  const format = new Intl.RelativeTimeFormat(lang === 'zh' ? 'zh-Hans' : 'en', { numeric: 'auto' });
  const away = time - now;
  if (away < day / 24) return format.format(Math.max(1, Math.round(away / 60_000)), 'minute');
  if (away < day) return format.format(Math.round((away / day) * 24), 'hour');
  if (away < 45 * day) return format.format(Math.round(away / day), 'day');
  if (away < 400 * day) return format.format(Math.round(away / day / 30), 'month');
  return format.format(Math.round(away / day / 365), 'year');
}
