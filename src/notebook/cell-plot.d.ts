// Observable Plot as cells see it.
// An import statement would make this file a module, and the name would no longer be global.
// eslint-disable-next-line @typescript-eslint/consistent-type-imports
declare const Plot: typeof import('@observablehq/plot');
