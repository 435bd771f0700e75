// The pictures of the kernel figure: Fashion-MNIST items of 28 × 28 and a handwritten digit of 8 × 8.
import type { Picture } from '../pictures/picture.ts';
import { packed } from './pictures.generated.ts';

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** Two pixels a byte, the left one in the high half, 0 to 15. */
function item(base64: string): Picture {
  const bytes = bytesOf(base64);
  const values = Float32Array.from({ length: 2 * bytes.length }, (_, i) =>
    i % 2 ? (bytes[i >> 1]! & 15) / 15 : (bytes[i >> 1]! >> 4) / 15,
  );
  return { width: 28, height: 28, values };
}

/** A pixel a byte, 0 to 16. */
function digit(base64: string): Picture {
  return { width: 8, height: 8, values: Float32Array.from(bytesOf(base64), (byte) => byte / 16) };
}

export const pictures = {
  shirt: item(packed.shirt),
  shoe: item(packed.shoe),
  bag: item(packed.bag),
  three: digit(packed.three),
} as const;
