// Checks the built site: links, headings, alt texts, glossary, punctuation, weight, files. Each fault comes with file and line.
// `node tools/check-site.ts [dist]` after a build at /.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  glossaryComplaints,
  lineOf,
  punctuationComplaints,
  type Complaint,
} from './check-site/content.ts';
import { faultsOf, linksOf, readPage, type Page } from './check-site/page.ts';
import { weigh } from './check-site/sizes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}${process.argv[2] ?? 'dist'}/`;
const KB = 1000;
/** Before any interaction: everything together, and scripts alone; the fonts of the site together. */
const budget = { page: 100 * KB, js: 35 * KB, fonts: 120 * KB };

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
const paths = files
  .filter(
    (path) => path.endsWith('.html') && !path.startsWith('sandbox') && !path.startsWith('pagefind'),
  )
  .sort();
const pages = new Map(paths.map((path) => [path, readPage(folder, path)]));
const complaints: Complaint[] = [...glossaryComplaints(root), ...punctuationComplaints(root)];

for (const page of pages.values()) {
  const { path } = page;
  const isEmbedded = /(^|\/)(embed|dev)\//.test(path);
  const file = sourceOf(path);
  const add = (message: string, needle: string) =>
    complaints.push({
      file,
      line: lineOf(`${root}${file}`, needle),
      message: `/${path}: ${message}`,
    });
  for (const { message, needle } of faultsOf(page))
    if (!(isEmbedded && /first level|heading order/.test(message))) add(message, needle);
  for (const link of linksOf(page)) {
    const problem = linkProblem(page, link);
    if (problem) add(problem, link.replace(/^.*#/, '#'));
  }
  const { html, css, js } = weigh(folder, page);
  const all = html + css + js;
  if (all > budget.page)
    add(
      `weighs ${kb(all)} before interaction, more than ${kb(budget.page)} (HTML ${kb(html)}, CSS ${kb(css)}, JS ${kb(js)})`,
      '',
    );
  if (js > budget.js) add(`its scripts weigh ${kb(js)}, more than ${kb(budget.js)}`, '');
  if (/^(index|lessons\/[^/]+\/index)\.html$/.test(path))
    console.log(
      `/${path}`.padEnd(44),
      `HTML ${kb(html)}  CSS ${kb(css)}  JS ${kb(js)}  all ${kb(all)}`,
    );
}

for (const path of files)
  if (statSync(folder + path).size === 0)
    complaints.push({
      file: 'astro.config.mjs',
      line: 1,
      message: `/${path} was built empty`,
    });

const fonts = readdirSync(`${folder}_astro`)
  .filter((name) => /^(serif|sans|mono)(-italic|-display)?\.[\w-]+\.woff2$/.test(name))
  .reduce((sum, name) => sum + statSync(`${folder}_astro/${name}`).size, 0);
const mathFonts = readdirSync(`${folder}_astro`)
  .filter((name) =>
    /^math-(main-regular|math-italic|size1-regular|size2-regular)\.[\w-]+\.woff2$/.test(name),
  )
  .reduce((sum, name) => sum + statSync(`${folder}_astro/${name}`).size, 0);
console.log(`Fonts of a page of text ${kb(fonts)}, with formulas ${kb(fonts + mathFonts)}`);
if (fonts + mathFonts > budget.fonts)
  complaints.push({
    file: 'tools/fonts.ts',
    line: 1,
    message: `the fonts weigh ${kb(fonts + mathFonts)}, more than ${kb(budget.fonts)}`,
  });

for (const { file, line, message } of complaints) console.error(`${file}:${line}: ${message}`);
console.log(`${pages.size} pages checked, ${complaints.length} faults`);
process.exitCode = complaints.length > 0 ? 1 : 0;

function linkProblem(page: Page, link: string): string | undefined {
  const { pathname, hash } = new URL(link, `http://site/${page.path.replace(/index\.html$/, '')}`);
  const target =
    decodeURIComponent(pathname.slice(1)) + (pathname.endsWith('/') ? 'index.html' : '');
  if (!existsSync(`${folder}${target}`) || statSync(`${folder}${target}`).isDirectory())
    return `a link leads nowhere: ${link}`;
  const id = decodeURIComponent(hash.slice(1));
  const found = pages.get(target);
  // A figure keeps its state in the fragment, which begins with its name.
  if (id && found && !found.ids.has(id) && !found.ids.has(`fig-${id}`) && !/[=&/]/.test(id))
    return `a link leads to no such place: ${link}`;
  return undefined;
}

/** The file an author would open to mend a page. */
function sourceOf(path: string): string {
  const [, zh, slug] = /^(zh\/)?lessons\/([^/]+)\/index\.html$/.exec(path) ?? [];
  if (slug) {
    const own = `content/${zh ? 'zh' : 'en'}/${slug}.mdx`;
    return existsSync(`${root}${own}`) ? own : `content/en/${slug}.mdx`;
  }
  const page = path.replace(/^zh\//, '').replace(/\/?index\.html$/, '');
  const candidates = [
    `src/pages/[...lang]/${page}/index.astro`,
    `src/pages/[...lang]/${page}.astro`,
    `src/pages/${page.replace('.html', '')}.astro`,
  ];
  return candidates.find((file) => existsSync(`${root}${file}`)) ?? 'src/layouts/Base.astro';
}

function kb(bytes: number): string {
  return `${(bytes / KB).toFixed(1)} kB`;
}
