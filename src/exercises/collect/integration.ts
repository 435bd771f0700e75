// The Astro integration of the exercises: checks them all, serves them as modules, adds the gallery for tests.
import type { AstroIntegration } from 'astro';
import { checkExercises } from './check-exercises.ts';
import { courseFolders, galleryFolders } from './lessons.ts';
import { exerciseModules } from './vite.ts';

/** The gallery of all kinds, `/dev/exercises/`, is there for authors and tests, not on the published site. */
export function exercises(root: string): AstroIntegration {
  return {
    name: 'downhill:exercises',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, injectRoute }) => {
        const withGallery = command === 'dev' || process.env.DOWNHILL_GALLERY === '1';
        const folders = withGallery ? [...courseFolders, ...galleryFolders] : courseFolders;
        await checkExercises(root, folders);
        if (withGallery)
          injectRoute({
            pattern: '/[...lang]/dev/exercises',
            entrypoint: new URL('../gallery/gallery.astro', import.meta.url),
          });
        updateConfig({ vite: { plugins: [exerciseModules(root, folders)] } });
      },
    },
  };
}
