// A control's name: the symbol as the formula sets it, then the word.

export function Name({ symbol, label }: { symbol?: string; label: string }) {
  return (
    <>
      {symbol && (
        <>
          <i class="figure-symbol" aria-hidden="true">
            {symbol}
          </i>{' '}
        </>
      )}
      <span>{label}</span>
    </>
  );
}
