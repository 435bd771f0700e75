import { describe, expect, it } from 'vitest';
import { address, citedIn, fullNames, shortName } from './bibliography.ts';
import type { Source } from './reference-schema.ts';

const source = (authors: string[], rest: Partial<Source> = {}): Source => ({
  authors,
  year: 1969,
  title: 'T',
  venue: 'V',
  kind: 'paper',
  ...rest,
});

describe('sources', () => {
  it('names one author, two authors, and the first of many', () => {
    expect(shortName(source(['Rosenblatt, Frank']), 'en')).toBe('Rosenblatt 1969');
    expect(shortName(source(['Minsky, Marvin', 'Papert, Seymour']), 'en')).toBe(
      'Minsky and Papert 1969',
    );
    expect(shortName(source(['He, K.', 'Zhang, X.', 'Ren, S.']), 'zh')).toBe('He 等 1969');
  });

  it('puts given names first in the list', () => {
    expect(fullNames(source(['Minsky, Marvin', 'Papert, Seymour']), 'en')).toBe(
      'Marvin Minsky, Seymour Papert',
    );
  });

  it('prefers an address of its own, then arXiv, then the DOI', () => {
    const all = { url: 'https://a.example/', arxiv: '1512.03385', doi: '10.1/x' };
    expect(address(source(['A'], all))).toBe('https://a.example/');
    expect(address(source(['A'], { ...all, url: undefined }))).toBe(
      'https://arxiv.org/abs/1512.03385',
    );
    expect(address(source(['A'], { doi: '10.1/x' }))).toBe('https://doi.org/10.1/x');
    expect(address(source(['A']))).toBeUndefined();
  });

  it('finds what a lesson cites, each once and in order', () => {
    expect(
      citedIn('a <Cite id="b1958" /> c <Cite page="3" id="a1960" /> <Cite id="b1958" />'),
    ).toEqual(['b1958', 'a1960']);
  });
});
