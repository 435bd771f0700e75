// A canvas without a browser: Plot's colour ramps and rasters set pixels, and take the picture as a data address.
import { pngAddress } from '../../pictures/png.ts';
import { parseColour } from './colour.ts';
import { TinyElement, type TinyDocument } from './document.ts';

export function makeCanvas(owner: TinyDocument): TinyElement {
  const canvas = new TinyElement('canvas', 'http://www.w3.org/1999/xhtml', owner);
  let pixels = new Uint8ClampedArray(0);
  let width = 0;
  const fit = (): void => {
    const size = Number(canvas.width) * Number(canvas.height) * 4;
    if (pixels.length !== size || width !== Number(canvas.width))
      pixels = new Uint8ClampedArray(size);
    width = Number(canvas.width);
  };
  canvas.width = 300;
  canvas.height = 150;
  const context = {
    fillStyle: '#000',
    fillRect(x: number, y: number, w: number, h: number): void {
      fit();
      const colour = parseColour(context.fillStyle);
      for (
        let row = Math.max(0, Math.round(y));
        row < Math.min(Number(canvas.height), Math.round(y + h));
        row++
      )
        for (
          let column = Math.max(0, Math.round(x));
          column < Math.min(width, Math.round(x + w));
          column++
        )
          pixels.set(colour, (row * width + column) * 4);
    },
    createImageData: (w: number, h: number) => ({
      width: w,
      height: h,
      data: new Uint8ClampedArray(w * h * 4),
    }),
    putImageData(image: { width: number; height: number; data: Uint8ClampedArray }): void {
      fit();
      for (let row = 0; row < Math.min(image.height, Number(canvas.height)); row++)
        pixels.set(
          image.data.subarray(row * image.width * 4, (row + 1) * image.width * 4),
          row * width * 4,
        );
    },
  };
  canvas.getContext = () => context;
  canvas.toDataURL = () => {
    fit();
    return pngAddress(width, Number(canvas.height), pixels);
  };
  return canvas;
}
