// A piece of the author's text. It stands in the page from the build; what comes later is taken from the key.
import { Component } from 'preact';
import { registered } from '../../src/exercises/registry.ts';
import type { Lang, Vars } from '../../src/exercises/types.ts';
import { fill, firstVars } from '../../src/exercises/vars.ts';

const kept = new Map<string, Vars>();

/** The parameters with which an exercise is shown here from now on. */
export function keepVars(lang: Lang, id: string, vars: Vars): void {
  kept.set(`${lang}/${id}`, vars);
}

/** HTML of a part; empty when the exercise is not loaded (the markup of the build then stays as it is). */
export function partHtml(lang: Lang, id: string, part: string): string {
  const exercise = registered(lang, id);
  const template = exercise?.parts[part];
  if (!exercise || !template) return '';
  return fill(template, kept.get(`${lang}/${id}`) ?? firstVars(exercise));
}

interface Props {
  readonly lang: Lang;
  readonly id: string;
  readonly part: string;
  readonly as?: 'div' | 'span';
  readonly class?: string;
}

/** Never drawn again once it is there: hydration finds the build's markup and leaves it. */
export class Html extends Component<Props> {
  override shouldComponentUpdate(): boolean {
    return false;
  }

  override render({ lang, id, part, as: Tag = 'div', class: name }: Props) {
    const html = partHtml(lang, id, part);
    return <Tag class={name} dangerouslySetInnerHTML={{ __html: html }} />;
  }
}
