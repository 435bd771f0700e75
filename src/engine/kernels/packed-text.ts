// Bytes as printable text that still compresses well: each of the 87 most frequent byte values is one character, every other value an escape and a
// character. Hexadecimal, and base64 even more, hide repeated bytes from the compressor.

/** Characters that stand in a quoted string, in a template and in HTML as they are. */
const ALPHABET = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  .filter((character) => !'"\'\\`$<'.includes(character))
  .join('');
const SINGLE = ALPHABET.length - 2;

export interface PackedText {
  /** The frequent byte values, most frequent first, in hexadecimal. */
  readonly frequent: string;
  readonly text: string;
}

export function unpackText({ frequent, text }: PackedText): Uint8Array<ArrayBuffer> {
  const values = valuesInOrder((frequent.match(/../g) ?? []).map((pair) => parseInt(pair, 16)));
  const bytes = new Uint8Array(text.length);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    let place = ALPHABET.indexOf(text[i]);
    if (place >= SINGLE)
      place = SINGLE + (place - SINGLE) * ALPHABET.length + ALPHABET.indexOf(text[++i]);
    bytes[count++] = values[place];
  }
  return bytes.slice(0, count);
}

export function packText(bytes: Uint8Array): PackedText {
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte]++;
  const frequent = counts
    .map((_, byte) => byte)
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .slice(0, SINGLE);
  const values = valuesInOrder(frequent);
  const text = Array.from(bytes, (byte) => {
    const place = values.indexOf(byte);
    const beyond = place - SINGLE;
    if (beyond < 0) return ALPHABET[place];
    return (
      ALPHABET[SINGLE + Math.floor(beyond / ALPHABET.length)] + ALPHABET[beyond % ALPHABET.length]
    );
  });
  return {
    frequent: frequent.map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    text: text.join(''),
  };
}

/** The frequent values, then all others in rising order. */
function valuesInOrder(frequent: readonly number[]): number[] {
  const others = Array.from({ length: 256 }, (_, byte) => byte).filter(
    (byte) => !frequent.includes(byte),
  );
  return [...frequent, ...others];
}
