// Makes drawings lighter where nobody sees it: long lines lose the points they do not need and go from point to point
// by differences, which compress to about half; places are rounded to a tenth of a unit.
import { keptPoints } from './thin-line.ts';

const PLACES = '(?:d|points|transform|[cr]?[xy][12]?|r)';
const place = new RegExp(`^${PLACES}$`);
const WORTH = 60;

/** Whether the attribute places something. */
export const isPlace = (name: string): boolean => place.test(name);

/** The attribute's value in its light form. Numbers below ten stay as they are, since a drawing may count in ones. */
export function roundPlaces(value: string): string {
  const rounded = (value.length > WORTH ? thinned(value) : value).replace(
    /\d{2,}\.\d{2,}/g,
    (number) => String(Math.round(Number(number) * 10) / 10),
  );
  return rounded.length > WORTH ? byDifferences(rounded) : rounded;
}

/** The same within the attributes of a page's text. */
export const roundPage = (html: string): string =>
  html.replace(
    new RegExp(`( ${PLACES}=")([^"]*)"`, 'g'),
    (_, start: string, value: string) => `${start}${roundPlaces(value)}"`,
  );

/** How far a line may leave its path: a fifth of a unit, and of a small drawing a two-thousandth. */
const TOLERANCE = 0.2;
const SHARE = 1 / 2000;

/** A path of straight lines without the points that lie on the way between others; any other path as it is. */
function thinned(path: string): string {
  if (!anyPath.test(path)) return path;
  return path.replace(/M[^MZ]+/g, (line) => {
    const points = [...line.matchAll(/[ML]\s*(-?[\d.]+)[\s,]+(-?[\d.]+)\s*/g)];
    const places = points.map(([, x, y]) => [Number(x), Number(y)] as const);
    const extents = [0, 1].map((axis) => {
      const along = places.map((place) => place[axis]);
      return Math.max(...along) - Math.min(...along);
    });
    const tolerance = Math.min(TOLERANCE, Math.max(...extents) * SHARE);
    return keptPoints(places, tolerance)
      .map((i) => points[i][0])
      .join('');
  });
}

const NUMBER = '-?\\d+(?:\\.\\d+)?';
const SHORT = '-?\\d+(?:\\.\\d{1,3})?';

/** A path of straight lines alone, each piece with its letter and one point. */
const straight = (number: string) =>
  new RegExp(`^(?:[ML]\\s*${number}[\\s,]+${number}\\s*|Z\\s*)+$`);

const anyPath = straight(NUMBER);
const plainPath = straight(SHORT);
const pieces = new RegExp(`([MLZ])(?:\\s*(${SHORT})[\\s,]+(${SHORT}))?`, 'g');

/** A path of straight lines, `M10,20L11,22`, in relative form, `m10 20 1 2`; any other path as it is. */
function byDifferences(path: string): string {
  if (!plainPath.test(path)) return path;
  let text = '';
  let [x, y] = [0, 0];
  let start = [0, 0];
  for (const [, letter, toX, toY] of path.matchAll(pieces)) {
    if (letter === 'Z') {
      [x, y] = start;
      text += 'z';
      continue;
    }
    const next = [Math.round(Number(toX) * 1000), Math.round(Number(toY) * 1000)];
    const step = joined(next[0] - x, next[1] - y);
    // After a move or a line, a line needs no letter.
    if (letter === 'M' || text.endsWith('z')) text += letter.toLowerCase() + step;
    else text += step.startsWith('-') ? step : ` ${step}`;
    [x, y] = next;
    if (letter === 'M') start = next;
  }
  return text;
}

/** Two differences, given in thousandths. */
function joined(dx: number, dy: number): string {
  const [first, second] = [dx, dy].map((one) => String(one / 1000).replace(/^(-?)0\./, '$1.'));
  return first + (second.startsWith('-') ? '' : ' ') + second;
}
