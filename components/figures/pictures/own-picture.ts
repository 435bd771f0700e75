// Reads a picture file of the reader's into grey values, in the page; nothing leaves the device.
import type { Picture } from './picture.ts';

/**
 * Crops the middle square of a picture, scales it to `side` pixels and makes it grey: 0 for white, 1 for black.
 * Rejects when the browser cannot decode the file.
 */
export async function readPicture(file: Blob, side = 64): Promise<Picture> {
  const bitmap = await createImageBitmap(file);
  const square = Math.min(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = 'white';
  context.fillRect(0, 0, side, side);
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    bitmap,
    (bitmap.width - square) / 2,
    (bitmap.height - square) / 2,
    square,
    square,
    0,
    0,
    side,
    side,
  );
  bitmap.close();
  const { data } = context.getImageData(0, 0, side, side);
  const values = new Float32Array(side * side);
  // Luma of ITU-R BT.601, from white paper to black ink.
  for (let i = 0; i < values.length; i++)
    values[i] =
      1 - (0.299 * data[4 * i]! + 0.587 * data[4 * i + 1]! + 0.114 * data[4 * i + 2]!) / 255;
  return { width: side, height: side, values };
}

/** Turns dark and light round where the border is rather dark, so that things stand as ink on paper. */
export function onPaper(picture: Picture): { picture: Picture; isTurned: boolean } {
  const { width, height, values } = picture;
  let ink = 0;
  let count = 0;
  for (let i = 0; i < width * height; i++) {
    const [row, column] = [Math.floor(i / width), i % width];
    if (row > 0 && row < height - 1 && column > 0 && column < width - 1) continue;
    ink += values[i]!;
    count++;
  }
  const isTurned = ink > count / 2;
  return {
    isTurned,
    picture: isTurned ? { ...picture, values: Array.from(values, (value) => 1 - value) } : picture,
  };
}
