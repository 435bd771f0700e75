// 64 numbers as a picture of 8 × 8 squares: ink, or weights for and against.

interface Props {
  readonly values: readonly number[];
  /** The size that is drawn in full colour. Small weights are drawn a little stronger than in proportion. */
  readonly most: number;
  readonly kind: 'ink' | 'signed';
}

const SHADES = 12;

/** Drawn in a box of 8 × 8; one path for each shade. */
export function PixelMap({ values, most, kind }: Props) {
  const shades = new Map<number, string>();
  values.forEach((value, p) => {
    const part = Math.min(1, Math.abs(value) / (most || 1));
    const shade = Math.sign(value) * Math.round(SHADES * (kind === 'ink' ? part : part ** 0.7));
    if (shade === 0) return;
    shades.set(shade, `${shades.get(shade) ?? ''}M${p % 8} ${Math.floor(p / 8)}h1v1h-1z`);
  });
  return (
    <g shape-rendering="crispEdges">
      {[...shades]
        .sort(([a], [b]) => a - b)
        .map(([shade, path]) => (
          <path
            key={shade}
            class={kind === 'ink' ? 'pixel-ink' : shade > 0 ? 'pixel-for' : 'pixel-against'}
            opacity={Number((Math.abs(shade) / SHADES).toFixed(2))}
            d={path}
          />
        ))}
    </g>
  );
}
