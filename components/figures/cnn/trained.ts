// What ships with the page: a trained net, its predictions for the test pictures, a sample of each class.
import { unpackHalf } from './half.ts';
import { USUAL } from './net.ts';
import * as packed from './trained.generated.ts';

export const bytesOf = (base64: string) =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

export const trainedNet = () => unpackHalf(new Uint16Array(bytesOf(packed.weights).buffer), USUAL);

/** Class given to test picture i. */
export const trainedPredictions = Uint8Array.from(packed.predictions, Number);

/** One test picture of each class, 28 × 28, from 0 to 1. */
export const samples: readonly Float32Array[] = packed.samples.map((text) => {
  const bytes = bytesOf(text);
  return Float32Array.from({ length: 784 }, (_, i) =>
    i % 2 ? (bytes[i >> 1]! & 15) / 15 : (bytes[i >> 1]! >> 4) / 15,
  );
});
