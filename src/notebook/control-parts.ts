// What a control is made of: the one description from which both the page's HTML and its live elements are built.
import type { Element } from './tree.ts';

export type Part = {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (Part | string)[];
};

const part = (
  tag: string,
  attrs: Record<string, string | undefined>,
  ...children: readonly (Part | string)[]
): Part => ({
  tag,
  attrs: Object.fromEntries(
    Object.entries(attrs).filter((pair): pair is [string, string] => pair[1] !== undefined),
  ),
  children,
});

/** Expands a validated `control` element. Only trusted code makes inputs; a cell merely describes one. */
export function controlParts({ attrs = {} }: Element): Part {
  const { kind, key = '', label = key, value = '', min, max, step } = attrs;
  const name = part('span', { class: 'control-label' }, label);
  const shell = (...children: Part[]): Part =>
    part(
      'label',
      { class: `control control-${kind}`, 'data-control': key, 'data-symbol': key },
      ...children,
    );
  switch (kind) {
    case 'slider':
      return shell(
        name,
        part('input', { type: 'range', min, max, step, value }),
        part('output', { class: 'control-value' }, value),
      );
    case 'number':
      return shell(name, part('input', { type: 'number', min, max, step: step ?? 'any', value }));
    case 'toggle':
      return shell(
        part('input', { type: 'checkbox', ...(value === 'true' ? { checked: '' } : {}) }),
        name,
      );
    case 'button':
      return part(
        'div',
        { class: 'control control-button', 'data-control': key, 'data-symbol': key },
        part('button', { type: 'button', value }, label),
      );
    case 'choice':
      return shell(
        name,
        part(
          'select',
          {},
          ...optionsOf(attrs.options).map((option) =>
            part(
              'option',
              {
                value: JSON.stringify(option),
                ...(String(option) === value ? { selected: '' } : {}),
              },
              String(option),
            ),
          ),
        ),
      );
    default:
      return part('span', {}, '');
  }
}

function optionsOf(json: string | undefined): (string | number | boolean)[] {
  try {
    const value: unknown = JSON.parse(json ?? '[]');
    if (!Array.isArray(value)) return [];
    return value
      .slice(0, 200)
      .filter((one) => ['string', 'number', 'boolean'].includes(typeof one)) as (
      string | number | boolean
    )[];
  } catch {
    return [];
  }
}
