import { describe, expect, it } from 'vitest';
import { faultsOf, linksOf, parsePage } from './page.ts';

const messages = (body: string) =>
  faultsOf(parsePage('x/index.html', `<h1>T</h1>${body}`)).map(({ message }) => message);

describe('the check of a built page', () => {
  it('finds nothing wrong with a sound page', () => {
    expect(
      messages('<h2>A</h2><h3>B</h3><h2>C</h2><img alt="" src="a"><a href="#x">x</a>'),
    ).toEqual([]);
  });
  it('finds a picture without alt text', () => {
    expect(messages('<img src="a.png">')).toEqual(['a picture without alt text: a.png']);
  });
  it('finds a skipped heading level and names the heading', () => {
    expect(messages('<h3>Deep</h3>')).toEqual(['heading order: h1 is followed by h3 “Deep”']);
  });
  it('finds a second heading of the first level', () => {
    expect(messages('<h1>U</h1>')).toEqual(['2 headings of the first level; one is wanted']);
  });
  it('finds an id that stands twice', () => {
    expect(messages('<p id="a"></p><p id="a"></p>')).toEqual([
      'the id "a" stands twice on the page',
    ]);
  });
  it('finds a term and a citation without an entry', () => {
    expect(messages('<span class="term" data-missing="x">x</span>')).toEqual([
      'there is no glossary entry "x"',
    ]);
  });
  it('lists the links that stay inside', () => {
    const page = parsePage(
      '',
      '<a href="/a/#b"></a><a href="https://x.example/"></a><img src="c.png">',
    );
    expect(linksOf(page)).toEqual(['/a/#b', 'c.png']);
  });
});
