// Every figure's component at once, for pages that are rendered at build. Never import it in the page.
import type { ComponentType } from 'preact';
import type { FigureProps } from './all-figures.ts';

type FigureModule = Readonly<Record<string, ComponentType<FigureProps>>>;

const modules = import.meta.glob<FigureModule>('../*/[A-Z]*.tsx', { eager: true });

/** Component by name. Throws when a file does not export what its name promises. */
export function figuresAtBuild(): Record<string, ComponentType<FigureProps>> {
  return Object.fromEntries(
    Object.entries(modules).map(([path, module]) => {
      const name = path.replace(/^.*\//, '').replace(/\.tsx$/, '');
      const component = module[name];
      if (!component) throw new Error(`${path} must export a component called ${name}.`);
      return [name, component];
    }),
  );
}
