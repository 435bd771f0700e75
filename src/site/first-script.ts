// Runs before the first paint, inline; its hash goes into the page's policy.
import { createHash } from 'node:crypto';

/** A chosen theme never flashes. */
const theme =
  "try{var t=localStorage.getItem('downhill:theme');" +
  "if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}";

/**
 * A page that does not open at its top is laid out whole at once, so that the reader lands in the right place; so is
 * every page where the browser would let the text jump while blocks above it are laid out.
 */
const whole =
  "if(location.hash||!CSS.supports('overflow-anchor:auto')||" +
  "performance.getEntriesByType('navigation')[0]?.type!=='navigate')" +
  "document.documentElement.dataset.whole='';";

/**
 * What lies below the first screen waits until that is painted; the style is in prose.css. Each block carries its own
 * mark, since a mark above them all makes the browser style the whole page again.
 */
const first =
  "{const {dataset}=document.documentElement,frame=requestAnimationFrame;dataset.first='';" +
  'const wait=()=>frame(()=>{' +
  "const later=[...document.querySelectorAll('.prose>:nth-child(n+6)')]" +
  ".map(block=>block.localName==='astro-island'?block.firstElementChild??block:block);" +
  "if(document.readyState==='loading'&&later.length===0)return wait();" +
  "for(const block of later)block.dataset.later='';" +
  'frame(()=>{delete dataset.first;for(const block of later)delete block.dataset.later})});wait()}';

/** The page is complete without its scripts: they are asked for once its text is there, and run in their order. */
const scripts =
  "addEventListener('DOMContentLoaded',()=>{" +
  "for(const late of document.querySelectorAll('script[type=late]')){" +
  "const s=document.createElement('script');" +
  "s.type='module';s.async=false;s.src=late.src;document.head.append(s)}})";

export const firstScript = theme + whole + first + scripts;

/** How a page's policy names a script or a style that stands in the page. */
export const policyHash = (text: string) =>
  `sha256-${createHash('sha256').update(text).digest('base64')}` as const;

export const firstScriptHash = policyHash(firstScript);
