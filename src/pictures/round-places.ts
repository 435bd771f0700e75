// Rounds what places things in a drawing to a tenth of a unit: nobody sees the difference, and drawings weigh less.

const PLACES = '(?:d|points|transform|[cr]?[xy][12]?|r)';
const place = new RegExp(`^${PLACES}$`);

/** Whether the attribute places something. */
export const isPlace = (name: string): boolean => place.test(name);

/** Numbers below ten stay as they are, since a drawing may count in ones. */
export const roundPlaces = (value: string): string =>
  value.replace(/\d{2,}\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));

/** The same within the attributes of a page's text. */
export const roundPage = (html: string): string =>
  html.replace(new RegExp(` ${PLACES}="[^"]*"`, 'g'), roundPlaces);
