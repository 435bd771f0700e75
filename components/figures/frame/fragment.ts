// The page's fragment, shared by several figures and cells: `#anchor&fig.trainer=preset:xor;rate:0.5&cell.loop=…`.

/** A fragment taken apart: at most one plain anchor, and parts with a name of their own. */
export interface Fragment {
  readonly anchor: string;
  readonly parts: ReadonlyMap<string, string>;
}

/** Reads `location.hash`, with or without its `#`. Never throws; what has no name is the anchor. */
export function parseFragment(hash: string): Fragment {
  let anchor = '';
  const parts = new Map<string, string>();
  for (const piece of hash.replace(/^#/, '').split('&')) {
    const equals = piece.indexOf('=');
    if (equals > 0) parts.set(piece.slice(0, equals), piece.slice(equals + 1));
    else if (piece && !anchor) anchor = piece;
  }
  return { anchor, parts };
}

/** The other way round; `''` when there is nothing to say, else a text that begins with `#`. */
export function formatFragment({ anchor, parts }: Fragment): string {
  const pieces = [...parts].map(([name, value]) => `${name}=${value}`);
  if (anchor) pieces.unshift(anchor);
  return pieces.length ? `#${pieces.join('&')}` : '';
}

/** The same fragment with one part replaced, or removed when `value` is empty. */
export function withPart(hash: string, name: string, value: string): string {
  const { anchor, parts } = parseFragment(hash);
  const next = new Map(parts);
  if (value) next.set(name, value);
  else next.delete(name);
  return formatFragment({ anchor, parts: next });
}

/** The name under which a figure keeps its state. */
export const figurePart = (id: string): string => `fig.${id}`;

/** The element a fragment leads to: its anchor, else the first figure it has a state for. */
export function fragmentTarget(hash: string): string {
  const { anchor, parts } = parseFragment(hash);
  if (anchor) return anchor;
  for (const name of parts.keys()) if (name.startsWith('fig.')) return `fig-${name.slice(4)}`;
  return '';
}
