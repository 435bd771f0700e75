// Reads from a font file the few numbers a matching fallback face needs.

export interface FontMetrics {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  /** Advance width of a character in font units. */
  readonly advance: (codePoint: number) => number;
  readonly has: (codePoint: number) => boolean;
}

/** Parses the tables head, hhea, hmtx and cmap (format 4 or 12) of an uncompressed font. */
export function readMetrics(bytes: Uint8Array): FontMetrics {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    tables.set(tag, view.getUint32(at + 8));
  }
  const table = (tag: string): number => {
    const at = tables.get(tag);
    if (at === undefined) throw new Error(`font without a ${tag} table`);
    return at;
  };
  const hhea = table('hhea');
  const hmtx = table('hmtx');
  const longMetrics = view.getUint16(hhea + 34);
  const glyphOf = readCmap(view, table('cmap'));
  return {
    unitsPerEm: view.getUint16(table('head') + 18),
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    lineGap: view.getInt16(hhea + 8),
    has: (codePoint) => glyphOf(codePoint) !== 0,
    advance: (codePoint) =>
      view.getUint16(hmtx + 4 * Math.min(glyphOf(codePoint), longMetrics - 1)),
  };
}

function readCmap(view: DataView, cmap: number): (codePoint: number) => number {
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const sub = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    const format = view.getUint16(sub);
    if (format === 4) return (c) => lookUpFormat4(view, sub, c);
    if (format === 12) return (c) => lookUpFormat12(view, sub, c);
  }
  throw new Error('font without a cmap of format 4 or 12');
}

function lookUpFormat4(view: DataView, sub: number, c: number): number {
  const doubled = view.getUint16(sub + 6);
  for (let i = 0; i < doubled; i += 2) {
    if (c > view.getUint16(sub + 14 + i)) continue;
    const start = view.getUint16(sub + 16 + doubled + i);
    if (c < start) return 0;
    const delta = view.getUint16(sub + 16 + 2 * doubled + i);
    const offsetAt = sub + 16 + 3 * doubled + i;
    const offset = view.getUint16(offsetAt);
    if (offset === 0) return (c + delta) & 0xffff;
    const glyph = view.getUint16(offsetAt + offset + 2 * (c - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

function lookUpFormat12(view: DataView, sub: number, c: number): number {
  for (let i = 0; i < view.getUint32(sub + 12); i++) {
    const at = sub + 16 + 12 * i;
    const start = view.getUint32(at);
    if (c >= start && c <= view.getUint32(at + 4)) return view.getUint32(at + 8) + c - start;
  }
  return 0;
}

/** Letters of English prose by frequency (per 10,000, space included). */
const english: Record<string, number> = {
  ' ': 1830, e: 1027, t: 751, a: 653, o: 616, n: 571, i: 567, s: 532, r: 499, h: 498, l: 332,
  d: 328, u: 228, c: 223, m: 203, f: 198, w: 170, g: 162, p: 150, y: 143, b: 126, v: 80, k: 56,
  x: 14, j: 10, q: 8, z: 5,
}; // prettier-ignore

/** Mean advance of English prose, in em. */
export function averageWidth(font: FontMetrics): number {
  let sum = 0;
  let weight = 0;
  for (const [letter, count] of Object.entries(english)) {
    sum += count * font.advance(letter.codePointAt(0)!);
    weight += count;
  }
  return sum / weight / font.unitsPerEm;
}
