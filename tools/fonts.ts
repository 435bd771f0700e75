// Cuts the site's three typefaces down to what its pages use and writes src/styles/fonts.css,
// with fallback faces whose measures match, so that nothing moves when the real ones arrive.
// Run by hand after a change: `node tools/fonts.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { writeMathFonts } from './fonts/math.ts';
import { averageWidth, readMetrics } from './fonts/metrics.ts';

const source = 'node_modules/';
const target = 'src/styles/fonts/';

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
const ascii = range(0x20, 0x7e);
const punctuation = '\u00a0–—‘’“”…·•×÷±°²³¹½¼¾§¶†‡«»‹›©®−↑↓µé';
const signs = '→←≤≥≈≠∞′″∂∑√■₀₁₂₃₄';
const shapes = '□○●';
const latin = ascii + punctuation;
const accents = 'áàâäãåçèêëíìîïñóòôöõøúùûüýÿÁÀÂÄÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØÚÙÛÜßæœÆŒŷ';
const accentRange = 'U+C0-D6, U+D8-E8, U+EA-F6, U+F8-17F';
const greek = 'αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ';

interface Cut {
  readonly name: string;
  readonly family: string;
  readonly file: string;
  readonly text: string;
  readonly axes: Record<string, number | { min: number; max: number }>;
  readonly features: string[];
  readonly style: string;
  readonly weight: string;
  readonly unicodeRange?: string;
}

const greekRange = 'U+370-3FF';
const reading = ['kern', 'liga', 'onum', 'lnum'];
const serif = 'source-serif/WOFF2/VAR/SourceSerif4Variable-Roman.ttf.woff2';
const serifItalic = 'source-serif/WOFF2/VAR/SourceSerif4Variable-Italic.ttf.woff2';
const inter = 'inter-ui/variable/InterVariable.woff2';
const mono = (part: string) =>
  `@fontsource-variable/jetbrains-mono/files/jetbrains-mono-${part}-wght-normal.woff2`;

/**
 * Alphabets that few pages need are families of their own, `… More`: as parts of the first, browsers would look for
 * something to stand in for them at every size of type, needed or not.
 */
const cuts: readonly Cut[] = [
  // prettier-ignore
  { name: 'serif', family: 'Source Serif', file: serif, text: latin + signs, axes: { wght: { min: 400, max: 700 }, opsz: 14 }, features: reading, style: 'normal', weight: '400 700' },
  // prettier-ignore
  { name: 'serif-italic', family: 'Source Serif', file: serifItalic, text: `${latin}èäöü∂₀₁₂₃₄`, axes: { wght: 400, opsz: 14 }, features: reading, style: 'italic', weight: '400 700' },
  // prettier-ignore
  { name: 'serif-greek', family: 'Source Serif More', file: serif, text: greek, axes: { wght: 400, opsz: 14 }, features: ['kern'], style: 'normal', weight: '400 700', unicodeRange: greekRange },
  // prettier-ignore
  { name: 'serif-accents', family: 'Source Serif More', file: serif, text: accents, axes: { wght: { min: 400, max: 700 }, opsz: 14 }, features: ['kern'], style: 'normal', weight: '400 700', unicodeRange: accentRange },
  // prettier-ignore
  { name: 'sans-accents', family: 'Inter More', file: inter, text: accents, axes: { wght: { min: 400, max: 650 }, opsz: 14 }, features: ['kern'], style: 'normal', weight: '400 650', unicodeRange: accentRange },
  // prettier-ignore
  { name: 'serif-display', family: 'Source Serif Display', file: serif, text: latin, axes: { wght: 480, opsz: 60 }, features: ['kern', 'liga', 'lnum'], style: 'normal', weight: '400 700' },
  // prettier-ignore
  { name: 'sans', family: 'Inter', file: inter, text: latin + signs + shapes, axes: { wght: { min: 400, max: 650 }, opsz: 14 }, features: ['kern', 'tnum'], style: 'normal', weight: '400 650' },
  // prettier-ignore
  { name: 'sans-greek', family: 'Inter More', file: inter, text: greek, axes: { wght: { min: 400, max: 650 }, opsz: 14 }, features: ['kern'], style: 'normal', weight: '400 650', unicodeRange: greekRange },
  // prettier-ignore
  { name: 'mono', family: 'JetBrains Mono', file: mono('latin'), text: latin.replace(/[†‡]/g, ''), axes: { wght: { min: 400, max: 700 } }, features: [], style: 'normal', weight: '400 700' },
  // prettier-ignore
  { name: 'mono-greek', family: 'JetBrains Mono More', file: mono('greek'), text: greek, axes: { wght: { min: 400, max: 700 } }, features: [], style: 'normal', weight: '400 700', unicodeRange: greekRange },
];

/** Mean advance of English text in em for the fallback, measured by the same letter counts. */
const fallbacks = [
  { family: 'Source Serif', of: 'serif', locals: ['Georgia'], width: 0.4458 },
  // prettier-ignore
  { family: 'Source Serif', of: 'serif', locals: ['Times New Roman', 'Liberation Serif', 'Tinos'], width: 0.3999, suffix: ' 2' },
  // prettier-ignore
  { family: 'Source Serif', of: 'serif-italic', locals: ['Georgia Italic'], width: 0.4463, style: 'italic' },
  // prettier-ignore
  { family: 'Source Serif', of: 'serif-italic', locals: ['Times New Roman Italic', 'Liberation Serif Italic', 'Tinos Italic'], width: 0.4, suffix: ' 2', style: 'italic' },
  { family: 'Source Serif Display', of: 'serif-display', locals: ['Georgia'], width: 0.4458 },
  // prettier-ignore
  { family: 'Source Serif Display', of: 'serif-display', locals: ['Times New Roman', 'Liberation Serif', 'Tinos'], width: 0.3999, suffix: ' 2' },
  {
    family: 'Inter',
    of: 'sans',
    locals: ['Arial', 'Helvetica', 'Liberation Sans'],
    width: 0.4414,
  },
  // prettier-ignore
  { family: 'JetBrains Mono', of: 'mono', locals: ['Courier New', 'Liberation Mono', 'Cousine'], width: 0.6001 },
] as const;

const percent = (x: number) => `${(100 * x).toFixed(2)}%`;
const faces: string[] = [];
const metrics = new Map<string, ReturnType<typeof readMetrics>>();
let total = 0;

for (const cut of cuts) {
  const bytes = readFileSync(source + cut.file);
  const options = { variationAxes: cut.axes, keepFeatures: cut.features, noHinting: true };
  const woff2 = await subsetFont(bytes, cut.text, { ...options, targetFormat: 'woff2' });
  const own = readMetrics(await subsetFont(bytes, cut.text, { ...options, targetFormat: 'sfnt' }));
  const lacking = [...cut.text].filter((sign) => !own.has(sign.codePointAt(0)!));
  if (lacking.length > 0) throw new Error(`${cut.file} lacks ${lacking.join(' ')}`);
  metrics.set(cut.name, own);
  writeFileSync(`${target}${cut.name}.woff2`, woff2);
  total += woff2.length;
  console.log(cut.name.padEnd(16), woff2.length);
  faces.push(`@font-face {
  font-family: '${cut.family}';
  font-style: ${cut.style};
  font-weight: ${cut.weight};
  font-display: swap;
  src: url('./fonts/${cut.name}.woff2') format('woff2');${cut.unicodeRange ? `\n  unicode-range: ${cut.unicodeRange};` : ''}
}`);
}

// Signs that the typefaces lack come from the formulas' own. A family is one where its faces agree in their weights.
const borrowed = '∇∗∣∥⊙⋅⋮⋯⌊⌋';
for (const [family, weight, signs] of [
  ['Source Serif More', '400 700', borrowed],
  ['Inter More', '400 650', borrowed],
  ['JetBrains Mono More', '400 700', `${borrowed}→←≤≥≈∞′∂√`],
] as const)
  faces.push(`@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  font-display: swap;
  src: url('./fonts/math-main-regular.woff2') format('woff2');
  unicode-range: ${[...signs].map((sign) => `U+${sign.codePointAt(0)!.toString(16).toUpperCase()}`).join(', ')};
}`);

for (const fallback of fallbacks) {
  const own = metrics.get(fallback.of)!;
  const scale = averageWidth(own) / fallback.width;
  const suffix = 'suffix' in fallback ? fallback.suffix : '';
  faces.push(`@font-face {
  font-family: '${fallback.family} Fallback${suffix}';${'style' in fallback ? `\n  font-style: ${fallback.style};` : ''}
  src: ${fallback.locals.map((name) => `local('${name}')`).join(', ')};
  size-adjust: ${percent(scale)};
  ascent-override: ${percent(own.ascent / own.unitsPerEm / scale)};
  descent-override: ${percent(-own.descent / own.unitsPerEm / scale)};
  line-gap-override: ${percent(own.lineGap / own.unitsPerEm / scale)};
}`);
}

writeFileSync(
  'src/styles/fonts.css',
  `/* The typefaces: written by tools/fonts.ts, do not edit. */\n${faces.join('\n')}\n`,
);
console.log('total'.padEnd(16), total);
await writeMathFonts(target);
