// Where the reader was in each lesson.
import type { PositionRecord } from './records.ts';
import { progress } from './store.ts';

/** Remembers the section that is being read. */
export async function rememberPosition(lesson: string, section: string): Promise<void> {
  const record = { lesson, section, at: Date.now() };
  await progress().update('positions', lesson, () => record);
}

/** The lesson that was read last, and where; undefined for a new reader. */
export async function lastPosition(): Promise<PositionRecord | undefined> {
  const all = await progress().all('positions');
  return all.sort((a, b) => b.at - a.at)[0];
}
