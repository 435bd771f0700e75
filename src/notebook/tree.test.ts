import { expect, test } from 'vitest';
import fc from 'fast-check';
import { type Element, el, limits, toHtml, validate } from './tree.ts';

const pass = (value: unknown): string => toHtml(validate(value));

test('an allowed tree comes through unchanged', () => {
  const tree = el('p', { class: 'out-text' }, 'a < b & c ', el('b', {}, 'd'));
  expect(validate(tree)).toEqual(tree);
  expect(toHtml(tree)).toBe('<p class="out-text">a &lt; b &amp; c <b>d</b></p>');
});

test('script, style, frames, forms, links and foreign objects vanish with all they hold', () => {
  for (const tag of [
    'script',
    'style',
    'iframe',
    'form',
    'input',
    'a',
    'foreignObject',
    'object',
    'link',
    'meta',
    'base',
    'animate',
    'set',
    'SCRIPT',
  ])
    expect(pass(el('div', {}, el(tag, {}, 'x'))), tag).toBe('<div></div>');
});

test('event handlers, ids of the page and unknown attributes vanish', () => {
  expect(
    pass(
      el('p', { onclick: 'x()', id: 'main', 'data-pagefind-body': '', srcdoc: 'x', 'o"n': 'x' }),
    ),
  ).toBe('<p></p>');
});

test('a picture must be data of a harmless kind', () => {
  expect(pass(el('img', { src: 'data:image/png;base64,AAAA', alt: '' }))).toBe(
    '<img src="data:image/png;base64,AAAA" alt="">',
  );
  for (const src of [
    'https://example.org/a.png',
    'data:image/svg+xml;base64,AAAA',
    'data:text/html,x',
    '//x',
    'javascript:1',
  ])
    expect(pass(el('img', { src }))).toBe('');
});

test('a style keeps plain properties and loses those that load or cover', () => {
  expect(
    pass(
      el('i', {
        style: 'color: red; background: url(x); position: fixed; top: -1em; width: expression(1)',
      }),
    ),
  ).toBe('<i style="color:red;top:-1em"></i>');
  expect(pass(el('i', { style: 'color: u\\72l(x)' }))).toBe('<i></i>');
  expect(pass(el('path', { fill: 'url(https://example.org/#a)' }))).toBe('<path></path>');
  expect(pass(el('path', { fill: 'url(#out-a-1)' }))).toBe('<path fill="url(#out-a-1)"></path>');
});

test('depth, number of nodes and text are bounded', () => {
  let deep = el('div');
  for (let i = 0; i < 1000; i++) deep = el('div', {}, deep);
  expect(pass(deep).length).toBeLessThan(12 * (limits.depth + 2));
  expect(pass(el('p', {}, 'x'.repeat(limits.text * 2))).length).toBeLessThan(limits.text + 20);
  const wide = el(
    'div',
    {},
    Array.from({ length: limits.nodes * 2 }, () => el('b')),
  );
  expect((validate(wide) as Element).children!.length).toBeLessThan(limits.nodes);
});

test('whatever arrives, the result holds no element or attribute outside the list', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), fc.string(), (anything, tag, text) => {
      pass(anything);
      const html = pass({
        tag: 'div',
        attrs: { [tag]: text, title: text },
        children: [{ tag, children: [text] }, anything],
      });
      expect(html).not.toMatch(/<script|<style|\son\w+="/i);
      expect(html.replaceAll(/<\/?[\w]+(?: [\w:-]+="[^"<>]*")*>/g, '')).not.toMatch(/[<>]/);
    }),
  );
});
