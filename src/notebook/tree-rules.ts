// Which elements, attributes and styles may leave a cell. Everything not named here is dropped.

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

export const htmlTags =
  words(`div span p pre code samp table thead tbody tfoot tr th td caption figure figcaption img ul ol li
  dl dt dd b i em strong sub sup br hr small progress output details summary`);

export const svgTags =
  words(`svg g path line polyline polygon rect circle ellipse text tspan title desc defs clipPath
  linearGradient radialGradient stop marker image
  math semantics mrow mi mo mn ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd
  mstyle mpadded mphantom menclose mmultiscripts annotation`);

export const voidTags = words('img br hr');

const plainAttributes =
  words(`class title lang dir role aria-label aria-labelledby aria-hidden aria-describedby aria-description
  colspan rowspan scope alt width height value max open
  viewBox preserveAspectRatio x y x1 x2 y1 y2 cx cy r rx ry d points dx dy offset transform
  fill-opacity fill-rule stroke-opacity stroke-width stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-dasharray stroke-dashoffset opacity clip-rule text-anchor dominant-baseline font-family font-size font-weight font-style
  font-variant letter-spacing word-spacing text-decoration paint-order vector-effect shape-rendering text-rendering
  image-rendering mix-blend-mode stop-opacity gradientUnits gradientTransform
  clipPathUnits markerWidth markerHeight markerUnits refX refY orient visibility
  display mathvariant stretchy fence separator accent accentunder displaystyle scriptlevel lspace rspace minsize maxsize
  linethickness columnalign rowspacing columnspacing voffset encoding movablelimits
  data-line data-kind`);

const paints = words('fill stroke color stop-color clip-path marker-start marker-mid marker-end');

/** What a control may say of itself; the page builds the real input from it. */
const controlAttributes = words('kind key label symbol min max step value options');

const styles =
  words(`color background-color fill stroke stroke-width stroke-opacity fill-opacity opacity width height min-width max-width min-height
  top bottom left right margin margin-left margin-right margin-top margin-bottom padding padding-left padding-right padding-top padding-bottom
  border-width border-top-width border-bottom-width border-right-width border-left-width border-style border-bottom-style
  font-size font-weight font-style font-family font-variant text-align vertical-align line-height white-space display grid-template-columns
  aspect-ratio image-rendering text-anchor dominant-baseline mix-blend-mode overflow
  --columns --ratio --value --rows`);

const ownId = /^out-[\w-]{1,80}$/;
const ownReference = /^#out-[\w-]{1,80}$/;
const picture = /^data:image\/(?:png|bmp);base64,[A-Za-z0-9+/]+={0,2}$/;
// A value in which nothing can be loaded, escaped or closed.
const harmless = /^[\w\s.,%#()+*/:'"-]*$/;
const reaching = /url|image|expression|javascript|import|attr\s*\(|element\s*\(|src\s*\(|\/\*|\\/i;

/** The attribute's value if it may stay (perhaps shortened), otherwise undefined. */
export function cleanAttribute(tag: string, name: string, value: string): string | undefined {
  if (tag === 'control') return controlAttributes.has(name) ? value.slice(0, 4000) : undefined;
  if (name === 'style') return cleanStyle(value);
  if (name === 'id') return ownId.test(value) ? value : undefined;
  if (name === 'src') return tag === 'img' && picture.test(value) ? value : undefined;
  if (name === 'href' || name === 'xlink:href') {
    if (tag === 'linearGradient') return ownReference.test(value) ? value : undefined;
    return tag === 'image' && picture.test(value) ? value : undefined;
  }
  if (paints.has(name)) return cleanPaint(value);
  if (name === 'class') return /^[\w\s-]{0,200}$/.test(value) ? value : undefined;
  return plainAttributes.has(name) ? value : undefined;
}

function cleanPaint(value: string): string | undefined {
  const reference = /^url\((#[\w-]+)\)$/.exec(value);
  if (reference) return ownReference.test(reference[1]) ? value : undefined;
  return harmless.test(value) && !reaching.test(value) ? value : undefined;
}

function cleanStyle(value: string): string | undefined {
  const kept = value
    .split(';')
    .map((part) => /^\s*([\w-]+)\s*:\s*(.+?)\s*$/.exec(part))
    .filter((match) => match !== null && allowsStyle(match[1].toLowerCase(), match[2]))
    .map((match) => `${match![1].toLowerCase()}:${match![2]}`);
  return kept.length > 0 ? kept.join(';') : undefined;
}

function allowsStyle(property: string, value: string): boolean {
  if (property === 'position') return value === 'relative';
  return (
    styles.has(property) && value.length < 300 && harmless.test(value) && !reaching.test(value)
  );
}
