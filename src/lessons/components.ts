// Which components a lesson can put on its page: every PascalCase file under components/, by name.
import { readdirSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';

/** The folders whose components an author can name without an import. */
const FOLDERS = ['notebook', 'exercises', 'figures', 'prose'] as const;

/** A component by its name in MDX. `hydrate` tells that it is an island. */
export interface LessonComponent {
  readonly name: string;
  readonly file: string;
  readonly hydrate: boolean;
}

/**
 * Finds all components below `<root>/components`. Throws when two files claim one name.
 * @param root the project's root folder, absolute
 */
export function findComponents(root: string): Map<string, LessonComponent> {
  const found = new Map<string, LessonComponent>();
  for (const folder of FOLDERS) {
    for (const file of filesBelow(join(root, 'components', folder))) {
      const extension = extname(file);
      const name = basename(file, extension);
      if (!/^[A-Z][A-Za-z0-9]*$/.test(name) || !['.astro', '.tsx'].includes(extension)) continue;
      const twin = found.get(name);
      // X.astro beside X.tsx: the .astro file is the public face of the island.
      if (twin && extname(twin.file) === extension)
        throw new Error(
          `Two components are called ${name}: ${relative(root, twin.file)} and ${relative(root, file)}; rename one.`,
        );
      if (twin && extension === '.tsx') continue;
      found.set(name, { name, file, hydrate: extension === '.tsx' });
    }
  }
  return found;
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return []; // the folder does not exist yet
  }
}

/** The names of the components that are self-checks, and of the parts that stand inside them. */
export function exerciseNames(components: ReadonlyMap<string, LessonComponent>): Set<string> {
  const names = [...components.values()]
    .filter(({ file }) => /[\\/]components[\\/]exercises[\\/]/.test(file))
    .map(({ name }) => name);
  return new Set(names);
}
