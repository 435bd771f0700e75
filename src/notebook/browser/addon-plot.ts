// Observable Plot for the worker, fetched when a cell first draws.
import * as Plot from '@observablehq/plot';

(globalThis as { downhillAddon?: unknown }).downhillAddon = { ...Plot };
