// Names of numbers as a formula sets them: `w3` with its 3 below the line, in HTML and inside a picture.

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** In plain text, for readings and labels: w₃. */
export function plainName(id: string): string {
  return id.replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)]!);
}

/** In HTML. */
export function Symbol({ id }: { id: string }) {
  const [, letter, index] = /^([A-Za-z]+)(\d*)$/.exec(id)!;
  return (
    <span class="bp-symbol">
      <i>{letter}</i>
      {index && <sub>{index}</sub>}
    </span>
  );
}

/** Inside an SVG text. */
export function SvgSymbol({ id }: { id: string }) {
  const [, letter, index] = /^([A-Za-z]+)(\d*)$/.exec(id)!;
  return (
    <>
      <tspan class="bp-letter">{letter}</tspan>
      {index && (
        <>
          <tspan class="bp-index" dy="3">
            {index}
          </tspan>
          <tspan dy="-3">{'\u200b'}</tspan>
        </>
      )}
    </>
  );
}

/** ∂top/∂bottom. */
export function Slope({ top, bottom }: { top: string; bottom: string }) {
  return (
    <span class="bp-fraction" role="img" aria-label={`∂${plainName(top)}/∂${plainName(bottom)}`}>
      <span>
        ∂<Symbol id={top} />
      </span>
      <span>
        ∂<Symbol id={bottom} />
      </span>
    </span>
  );
}
