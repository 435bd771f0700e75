// KaTeX for the worker, fetched when a cell first shows a formula.
import katex from 'katex';

(globalThis as { downhillAddon?: unknown }).downhillAddon = katex;
