// The few CSS selectors that d3 and Plot use: tags, classes, ids, attributes, descendants, and lists of them.

interface Simple {
  readonly tag: string | undefined;
  readonly classes: readonly string[];
  readonly id: string | undefined;
  readonly attributes: readonly { readonly name: string; readonly value: string | undefined }[];
}

/** Outermost first: `.tick line` has two parts. */
export type Selector = readonly Simple[];

interface Candidate {
  readonly tagName: string;
  readonly className: string;
  readonly id: string;
  readonly parentNode: Candidate | null;
  getAttribute(name: string): string | null;
}

/** Throws for other combinators and for pseudo-classes: whoever needs them must add them here. */
export function parseSelector(text: string): Selector[] {
  return text.split(',').map((part) => part.trim().split(/\s+/).map(parseSimple));
}

function parseSimple(part: string): Simple {
  const match = /^([\w-]+|\*)?((?:[.#][\w-]+|\[[\w-]+(?:=["']?[^\]"']*["']?)?\])*)$/.exec(part);
  if (!match) throw new Error(`This selector is beyond the small document: ${part}`);
  const rest = match[2] ?? '';
  const attributes = [...rest.matchAll(/\[([\w-]+)(?:=["']?([^\]"']*)["']?)?\]/g)];
  const plain = rest.replaceAll(/\[[^\]]*\]/g, '');
  return {
    tag: match[1] === '*' ? undefined : match[1],
    classes: [...plain.matchAll(/\.([\w-]+)/g)].map((one) => one[1]),
    id: /#([\w-]+)/.exec(plain)?.[1],
    attributes: attributes.map((one) => ({ name: one[1], value: one[2] })),
  };
}

export function matches(element: Candidate, selectors: readonly Selector[]): boolean {
  return selectors.some((parts) => {
    if (!fits(element, parts.at(-1)!)) return false;
    let left = parts.length - 2;
    for (let above = element.parentNode; above && left >= 0; above = above.parentNode)
      if (fits(above, parts[left])) left--;
    return left < 0;
  });
}

function fits(element: Candidate, { tag, classes, id, attributes }: Simple): boolean {
  const present = element.className.split(/\s+/);
  return (
    (tag === undefined || element.tagName.toLowerCase() === tag.toLowerCase()) &&
    (id === undefined || element.id === id) &&
    classes.every((one) => present.includes(one)) &&
    attributes.every(({ name, value }) => {
      const found = element.getAttribute(name);
      return value === undefined ? found !== null : found === value;
    })
  );
}
