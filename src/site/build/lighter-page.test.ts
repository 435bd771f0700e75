import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { firstScript } from '../first-script.ts';
import { lighterPage } from './lighter-page.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = (...hashes: string[]) =>
  `<meta http-equiv="content-security-policy" content="script-src 'self' ${hashes.join(' ')}">`;

test('the policy of a page names the scripts and styles that stand in it, and no others', () => {
  const page =
    '<script>one()</script><style>a{}</style><script type="module" src="/x.js"></script>';
  const own = [hashOf('one()'), hashOf('a{}')];
  const light = lighterPage(policy(...own, hashOf('two()')) + page);
  expect(light).toBe(policy(...own) + page);
});

test('formulas lose what no browser reads; in cells, which give it again, it stays', () => {
  const formula =
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math><span style="height:1em;top:0;"></span>';
  const cell = `<downhill-cell>${formula}</downhill-cell>`;
  expect(lighterPage(`<p>${formula}</p>${cell}<p>${formula}</p>`)).toBe(
    ['<p>', '</p>', cell, '<p>', '</p>']
      .join('|')
      .replaceAll('<p>|', '<p><math><mi>x</mi></math><span style="height:1em;top:0"></span>')
      .replaceAll('|', ''),
  );
});

test('scripts wait for the text on pages that bring them in later, and only there', () => {
  const script = '<script type="module" src="/x.js"></script>';
  expect(lighterPage(script)).toBe(script);
  expect(lighterPage(`<script>${firstScript}</script>${script}`)).toContain(
    '<script type="late" src="/x.js"></script>',
  );
});

test('a picture of the page may wait, and text fields of a lesson are buttons first', () => {
  const picture = '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">';
  const field = '<input class="a" type="text">';
  expect(lighterPage(picture)).toBe(picture.replace('<img ', '<img loading="lazy" '));
  expect(lighterPage(field)).toBe(field);
  expect(lighterPage(`<article data-lesson="x">${field}</article>`)).toContain(
    '<input class="a" type="button" data-field>',
  );
});
