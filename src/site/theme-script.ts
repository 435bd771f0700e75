// Runs before the first paint, inline, so that a chosen theme never flashes; its hash goes into the page's policy.
import { createHash } from 'node:crypto';

export const themeScript =
  "try{var t=localStorage.getItem('downhill:theme');" +
  "if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}";

export const themeScriptHash =
  `sha256-${createHash('sha256').update(themeScript).digest('base64')}` as const;
