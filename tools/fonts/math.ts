// Cuts KaTeX's fonts down to the signs a course on deep learning needs, and writes KaTeX's style sheet to fit.
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const katex = 'node_modules/katex/dist/';
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

const latin = range(0x20, 0x7e);
const greek = range(0x391, 0x3c9) + 'ϵϕϑϱϖ';
const signs =
  '∂∇∑∏∫∈∉∋⊂⊆∪∩∀∃∅∞±×÷⋅·∘∗⊙⊗⊕≤≥≠≈∼≡∝≪≫→←↔⇒⇐⇔↦↑↓⟨⟩⌊⌋⌈⌉∣∥′√…⋯⋮⋱−ℓℏˆ˜¯˙´ˉ⃗\u00a0∖∧∨¬⊤⊥⟶⟵⟹⟺≜\u0338\ue020⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎨⎩⎪⎫⎬⎭ıȷ✓';

/** KaTeX's fonts that are kept; formulas in other alphabets fall back to the text face. */
const kept = [
  'Main-Regular', 'Main-Bold', 'Main-Italic', 'Math-Italic', 'Math-BoldItalic', 'AMS-Regular',
  'Caligraphic-Regular', 'Size1-Regular', 'Size2-Regular', 'Size3-Regular', 'Size4-Regular',
]; // prettier-ignore

/** Writes `math-*.woff2` into the target folder and src/styles/math.css. */
export async function writeMathFonts(target: string): Promise<void> {
  for (const name of kept) {
    const bytes = readFileSync(`${katex}fonts/KaTeX_${name}.woff2`);
    const options = { targetFormat: 'woff2', noHinting: true } as const;
    const woff2 = await subsetFont(bytes, latin + greek + signs, options);
    writeFileSync(`${target}math-${name.toLowerCase()}.woff2`, woff2);
    console.log(`math-${name.toLowerCase()}`.padEnd(24), woff2.length);
  }
  const css = readFileSync(`${katex}katex.css`, 'utf8').replace(
    /@font-face \{[^}]*?KaTeX_([A-Za-z0-9-]+)\.woff2[^}]*\}\n?/g,
    (face: string, name: string) =>
      kept.includes(name)
        ? face.replace(
            /src:[^;]*;/,
            `src: url('./fonts/math-${name.toLowerCase()}.woff2') format('woff2');`,
          )
        : '',
  );
  writeFileSync(
    'src/styles/math.css',
    `/* KaTeX's style sheet with our cuts of its fonts: written by tools/fonts.ts, do not edit. */\n${css}`,
  );
}
