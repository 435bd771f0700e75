// Every figure there is, fetched by its component's name when a page needs it: PascalCase files in the folders of topics.
import type { ComponentType } from 'preact';

/** What every figure takes, on an embed page as in a lesson. */
export interface FigureProps {
  readonly lang: 'en' | 'zh';
  readonly id?: string;
}

type FigureModule = Readonly<Record<string, ComponentType<FigureProps>>>;

const loaders = import.meta.glob<FigureModule>('../*/[A-Z]*.tsx');
const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.tsx$/, '');

/** Fetches one figure's code; used in the page. */
export async function loadFigure(name: string): Promise<ComponentType<FigureProps>> {
  const path = Object.keys(loaders).find((candidate) => nameOf(candidate) === name);
  if (!path) throw new Error(`There is no figure called ${name}.`);
  return (await loaders[path]!())[name]!;
}
