// Observable Plot as cells see it.
declare const Plot: typeof import('@observablehq/plot');
