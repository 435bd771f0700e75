// Reads the exercises of all lessons from content/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keptOrMade } from '../../keep-file.ts';
import { findFences } from '../../lessons/fences.ts';
import { LessonError } from '../../lessons/lesson-error.ts';
import { parseLesson } from '../../lessons/parse-lesson.ts';
import type { Values } from '../../lessons/values.ts';
import { cellSources, keyOf, settingsFolder } from '../../notebook/build/source-hash.ts';
import type { Exercise, Lang } from '../types.ts';
import {
  collectExercises,
  exerciseNames,
  moduleCode,
  type Collected,
  type LessonPlace,
} from './collect.ts';

export interface LessonExercises extends LessonPlace {
  readonly exercises: readonly Collected[];
}

/** Folders that hold one MDX file a lesson. */
export type Folder = { readonly path: string; readonly lang: Lang };
export const courseFolders: readonly Folder[] = [
  { path: 'content/en', lang: 'en' },
  { path: 'content/zh', lang: 'zh' },
];

/** A lesson of one exercise a kind, for the gallery page and the tests. */
export const galleryFolders: readonly Folder[] = [
  { path: 'src/exercises/gallery/en', lang: 'en' },
  { path: 'src/exercises/gallery/zh', lang: 'zh' },
];

/** The lessons' files below the root, in order of their names. */
export function lessonPlaces(root: string, folders = courseFolders): LessonPlace[] {
  return folders.flatMap(({ path, lang }) =>
    mdxFiles(join(root, path)).map((name) => ({
      file: `${path}/${name}`,
      lang,
      lesson: name.replace(/\.mdx$/, ''),
    })),
  );
}

/** What decides the exercises besides the lesson's text: files and folders below the project's root. */
export const exerciseSources: readonly string[] = [
  ...cellSources,
  'src/keep-file.ts',
  'src/exercises',
  'src/lessons',
  'package-lock.json',
];

/** Exercises of one lesson: read once for each state of the lesson and of what reads it. */
export async function readLesson(root: string, place: LessonPlace): Promise<LessonExercises> {
  const source = readFileSync(join(root, place.file), 'utf8');
  const key = await keyOf(root, exerciseSources, place, source);
  return keptOrMade(keptExercises(root, 'exercises', place), key, async () => {
    const values = usesValues(source) ? await cellValues(root, place, source) : new Map();
    const exercises = collectExercises(source, place, await engineNames(root), values);
    return { ...place, exercises };
  });
}

/** Where something about a lesson's exercises is kept from build to build. */
export const keptExercises = (root: string, folder: string, { file }: LessonPlace): string =>
  join(root, 'node_modules/.cache/downhill', folder, settingsFolder(), file.replaceAll('/', '-'));

/** True when an exercise, not only the prose, takes a value from a cell. */
function usesValues(source: string): boolean {
  const pattern = new RegExp(`<(${[...exerciseNames].join('|')})\\b[\\s\\S]*?</\\1>`, 'g');
  return [...source.matchAll(pattern)].some(([exercise]) => /\bv\(\s*'/.test(exercise));
}

/** What the lesson's cells define; they ran before, or run now. */
async function cellValues(root: string, place: LessonPlace, source: string): Promise<Values> {
  const { runLessonAtBuild } = await import('../../notebook/build/run-lesson.ts');
  const { file, lesson, lang } = place;
  const cells = findFences(parseLesson(source), file);
  const results = await runLessonAtBuild(
    cells.map(({ id, code, line }) => ({ id, code, line, file })),
    { lesson, lang, root },
  );
  return new Map(results.flatMap((result) => Object.entries(result.values)));
}

/** Exercises of all lessons; throws a LessonError when one id is used in two lessons. */
export async function readLessons(
  root: string,
  folders = courseFolders,
): Promise<LessonExercises[]> {
  const lessons = await Promise.all(
    lessonPlaces(root, folders).map((place) => readLesson(root, place)),
  );
  const taken = new Map<string, string>();
  for (const { lang, file, exercises } of lessons)
    for (const { id, line } of exercises) {
      const before = taken.get(`${lang}/${id}`);
      if (before)
        throw new LessonError(file, line, `the id "${id}" is taken in ${before}; choose another`);
      taken.set(`${lang}/${id}`, `${file}:${line}`);
    }
  return lessons;
}

/** Brings the collected exercises to life in Node: their functions can be called. */
export async function evaluateLesson(root: string, lesson: LessonExercises): Promise<Exercise[]> {
  const code = moduleCode(lesson.exercises, pathToFileURL(enginePath(root)).href);
  const url = `data:text/javascript,${encodeURIComponent(code)}`;
  return ((await import(/* @vite-ignore */ url)) as { default: Exercise[] }).default;
}

export function enginePath(root: string): string {
  return join(root, 'src/engine/index.ts');
}

/** What the engine exports, or undefined while it cannot be loaded. */
async function engineNames(root: string): Promise<ReadonlySet<string> | undefined> {
  try {
    const engine: object = await import(/* @vite-ignore */ pathToFileURL(enginePath(root)).href);
    return new Set(Object.keys(engine));
  } catch {
    return undefined;
  }
}

function mdxFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.mdx'))
      .sort();
  } catch {
    return []; // nothing written in this language yet
  }
}
