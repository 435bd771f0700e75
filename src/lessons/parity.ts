// Compares a lesson with its twin in the other language: sections, cells, figures and exercises must match.
import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { findFences } from './fences.ts';

/** What a reader would miss if the other language lacked it, in order of appearance. */
export interface Outline {
  /** Depth of each heading: `2 2 3 2`. */
  readonly sections: readonly number[];
  /** Ids of the cells. */
  readonly cells: readonly string[];
  /** Figures, and exercises with their ids: `Choice#gd-step`. */
  readonly components: readonly string[];
}

export function outline(tree: Root, file: string, names: ReadonlySet<string>): Outline {
  const sections: number[] = [];
  const components: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'heading') sections.push((node as Heading).depth);
    if (!('name' in node) || typeof node.name !== 'string' || !names.has(node.name)) return;
    const attributes =
      'attributes' in node ? (node.attributes as { name?: string; value?: unknown }[]) : [];
    const id = attributes.find(({ name }) => name === 'id')?.value;
    components.push(typeof id === 'string' ? `${node.name}#${id}` : node.name);
  });
  return { sections, cells: findFences(tree, file).map(({ id }) => id), components };
}

/** Sentences about what differs; empty when the twins match. */
export function differences(english: Outline, chinese: Outline): string[] {
  const found: string[] = [];
  if (english.sections.join(' ') !== chinese.sections.join(' '))
    found.push(
      `the headings differ: en ${english.sections.join(' ')}, zh ${chinese.sections.join(' ')}`,
    );
  for (const kind of ['cells', 'components'] as const) {
    for (const name of english[kind])
      if (!chinese[kind].includes(name)) found.push(`zh lacks ${name}`);
    for (const name of chinese[kind])
      if (!english[kind].includes(name)) found.push(`en lacks ${name}`);
  }
  return found;
}
