// What a page weighs before the reader does anything: its HTML, style sheets and scripts, gzipped.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from './page.ts';

export interface Weight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
}

/** Bytes, gzipped. Scripts count with everything they import at once; what is imported later does not. */
export function weigh(folder: string, { path, elements }: Page): Weight {
  const inside = (address: string) => `${folder}${address.replace(/^\//, '')}`;
  const sheets = elements
    .filter(({ tag, attributes }) => tag === 'link' && attributes.rel === 'stylesheet')
    .map(({ attributes }) => inside(attributes.href!));
  const scripts = elements
    .filter(({ tag, attributes }) => tag === 'script' && attributes.src)
    .map(({ attributes }) => inside(attributes.src!));
  return {
    html: gzipped(`${folder}${path}`),
    css: sum([...new Set(sheets)]),
    js: sum([...withImports(scripts)]),
  };
}

function withImports(scripts: readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...scripts];
  for (let file = open.pop(); file; file = open.pop()) {
    if (found.has(file) || !existsSync(file)) continue;
    found.add(file);
    const code = readFileSync(file, 'utf8');
    const pattern = /(?:\bimport|\bexport)\s*(?:[\w*{}\s,$]+?\bfrom\s*)?["'](\.[^"']+)["']/g;
    for (const match of code.matchAll(pattern)) open.push(join(dirname(file), match[1]!));
  }
  return found;
}

const sizes = new Map<string, number>();

function gzipped(file: string): number {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const size = existsSync(file) ? gzipSync(readFileSync(file), { level: 9 }).length : 0;
  sizes.set(file, size);
  return size;
}

const sum = (files: readonly string[]) => files.reduce((total, file) => total + gzipped(file), 0);
