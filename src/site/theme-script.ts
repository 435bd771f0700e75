// Runs before the first paint, inline, so that a chosen theme never flashes; its hash goes into the page's policy.
// A page that does not open at its top is laid out whole at once, so that the reader lands in the right place.
import { createHash } from 'node:crypto';

export const themeScript =
  "try{var t=localStorage.getItem('downhill:theme');" +
  "if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}" +
  "if(location.hash||performance.getEntriesByType('navigation')[0]?.type!=='navigate')" +
  "document.documentElement.dataset.whole=''";

export const themeScriptHash =
  `sha256-${createHash('sha256').update(themeScript).digest('base64')}` as const;
