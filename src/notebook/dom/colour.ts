// Reads the spellings of colour that scales produce: #rgb, #rrggbb, rgb(), rgba() and hsl().

/** Red, green, blue, alpha, each 0 … 255; what cannot be read is transparent. */
export function parseColour(text: string): [number, number, number, number] {
  const hex = /^#([\da-f]{3,8})$/i.exec(text)?.[1];
  if (hex) {
    const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const at = (i: number): number => Number.parseInt(digits.slice(i, i + 2), 16);
    return [at(0), at(2), at(4), digits.length === 8 ? at(6) : 255];
  }
  const numbers = [...text.matchAll(/-?[\d.]+/g)].map((match) => Number(match[0]));
  if (/^rgb/.test(text) && numbers.length >= 3)
    return [numbers[0], numbers[1], numbers[2], (numbers[3] ?? 1) * 255];
  if (/^hsl/.test(text) && numbers.length >= 3) {
    const [h, s, l] = [numbers[0], numbers[1] / 100, numbers[2] / 100];
    const channel = (n: number): number => {
      const k = (n + h / 30) % 12;
      return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
    };
    return [channel(0), channel(8), channel(4), (numbers[3] ?? 1) * 255];
  }
  return [0, 0, 0, 0];
}
