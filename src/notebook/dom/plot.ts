// Observable Plot, drawing into the small document instead of a browser's.
import { makeCanvas } from './canvas.ts';
import { TinyDocument } from './document.ts';

type Options = Record<string, unknown>;
type PlotModule = Record<string, unknown> & {
  plot(options?: Options): unknown;
  legend(options?: Options): unknown;
  Mark: { prototype: { plot(options?: Options): unknown } };
};

/** In pixels. Not wider, or its labels would be too small to read when a phone shrinks it. */
const WIDTH = 480;

/** The module as cells see it; every figure it makes is a `TinyElement`. */
export function preparePlot(module: object): Record<string, unknown> {
  const original = module as PlotModule;
  const document = new TinyDocument();
  document.makeCanvas = makeCanvas;
  const plot = (options: Options = {}): unknown =>
    original.plot({ document, width: WIDTH, ...options });
  const legend = (options: Options = {}): unknown => original.legend({ document, ...options });
  original.Mark.prototype.plot = function ({ marks = [], ...options }: Options = {}) {
    return plot({ ...options, marks: [...(marks as unknown[]), this] });
  };
  return { ...original, plot, legend };
}
