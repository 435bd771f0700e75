// The frame of opaque origin in which the worker lives, and the way to start and end that worker.
import workerAddress from './worker.ts?worker&url';

export interface RunningWorker {
  readonly port: MessagePort;
  /** Ends it at once, whatever it is doing. */
  end(): void;
}

let frame: Promise<Window> | undefined;
let code: Promise<string> | undefined;
let tickets = 0;

export async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/** @param base the site's root, with a slash at its end */
export async function startWorker(base: string, onBroken: () => void): Promise<RunningWorker> {
  frame ??= openFrame(base);
  code ??= fetchText(workerAddress);
  code.catch(() => (code = undefined));
  const [window, text] = await Promise.all([frame, code]);
  const ticket = ++tickets;
  const { port1, port2 } = new MessageChannel();
  const listen = ({ source, data }: MessageEvent): void => {
    if (source === window && data?.type === 'broke' && data.ticket === ticket) onBroken();
  };
  globalThis.addEventListener('message', listen);
  // The frame's origin is opaque: there is no narrower target than "*". Nothing secret is sent.
  window.postMessage({ type: 'start', code: text, ticket }, '*', [port2]);
  return {
    port: port1,
    end: () => {
      globalThis.removeEventListener('message', listen);
      port1.close();
      window.postMessage({ type: 'end', ticket }, '*');
    },
  };
}

function openFrame(base: string): Promise<Window> {
  // A frame sandboxed by attribute bypasses the service worker. Without a network that worker serves the frame at an
  // address of its own, with a header that sandboxes it just so; its origin is checked below before it gets any code.
  const isOffline = !navigator.onLine && Boolean(navigator.serviceWorker?.controller);
  const element = document.createElement('iframe');
  if (!isOffline) element.setAttribute('sandbox', 'allow-scripts');
  element.setAttribute('aria-hidden', 'true');
  element.tabIndex = -1;
  element.hidden = true;
  element.title = 'sandbox';
  element.src = isOffline ? `${base}sandbox/offline/` : `${base}sandbox/`;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      frame = undefined;
      element.remove();
      reject(new Error('The sandbox did not open.'));
    }, 20_000);
    const listen = ({ source, data, origin }: MessageEvent): void => {
      if (source !== element.contentWindow || data?.type !== 'ready' || origin !== 'null') return;
      clearTimeout(timer);
      globalThis.removeEventListener('message', listen);
      resolve(element.contentWindow!);
    };
    globalThis.addEventListener('message', listen);
    document.body.append(element);
  });
}
