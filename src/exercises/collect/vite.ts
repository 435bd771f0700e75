// The Vite plugin that serves the exercises of the lessons as modules.
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { moduleCode } from './collect.ts';
import {
  courseFolders,
  enginePath,
  lessonPlaces,
  readLesson,
  type Folder,
  type LessonExercises,
} from './lessons.ts';

const NAME = 'virtual:downhill/exercises';
const INDEX = 'virtual:downhill/exercise-index';

/**
 * Modules: `virtual:downhill/exercises` (how to load those of a lesson), `…/<lang>/<lesson>` (the exercises),
 * `…/<lang>/<lesson>/register` (makes them known; a lesson's page imports it for drawing at build), and
 * `virtual:downhill/exercise-index` (what there is).
 */
export function exerciseModules(root: string, folders: readonly Folder[] = courseFolders): Plugin {
  return {
    name: 'downhill:exercises',
    enforce: 'pre',
    resolveId(id) {
      return id === INDEX || id === NAME || id.startsWith(`${NAME}/`) ? `\0${id}` : undefined;
    },
    async load(id) {
      if (id === `\0${INDEX}` || id === `\0${NAME}`) {
        const places = lessonPlaces(root, folders);
        for (const { file } of places) this.addWatchFile(join(root, file));
        const read = await Promise.all(places.map((place) => readLesson(root, place)));
        const full = read.filter(({ exercises }) => exercises.length);
        return id === `\0${NAME}` ? loadersCode(full) : indexCode(full);
      }
      if (!id.startsWith(`\0${NAME}/`)) return undefined;
      const [lang, lesson, register] = id.slice(NAME.length + 2).split('/');
      if (register)
        return `import { register } from ${JSON.stringify(join(root, 'src/exercises/registry.ts'))};
import exercises from '${NAME}/${lang}/${lesson}';
register(exercises);`;
      const place = lessonPlaces(root, folders).find(
        (item) => item.lang === lang && item.lesson === lesson,
      );
      if (!place) throw new Error(`there is no lesson ${lang}/${lesson}`);
      this.addWatchFile(join(root, place.file));
      return moduleCode((await readLesson(root, place)).exercises, enginePath(root));
    },
  };
}

function loadersCode(lessons: readonly LessonExercises[]): string {
  const loaders = lessons.map(
    ({ lang, lesson }) => `'${lang}/${lesson}': () => import('${NAME}/${lang}/${lesson}')`,
  );
  return `export const lessons = { ${loaders.join(', ')} };`;
}

function indexCode(lessons: readonly LessonExercises[]): string {
  const index: Record<string, object[]> = {};
  for (const { lesson, exercises } of lessons)
    index[lesson] ??= exercises.map(({ id, kind, version }) => ({ id, kind, version }));
  return `export const index = ${JSON.stringify(index)};`;
}
