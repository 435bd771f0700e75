// Makes the home page's ball roll, and lets the reader take it elsewhere by mouse, touch or keys.
import { shareOfWidth, size, toPlace, toX, toY, wavePath, wayPath } from './drawing.ts';
import { isAtRest, isOnMap, lossAt, map, roll, start, type Ball, type Place } from './wave.ts';

type State = 'rolling' | 'held' | 'found' | 'stuck' | 'away';

export function bindLandscape(figure: HTMLElement): void {
  const field = figure.querySelector<HTMLElement>('[data-landscape]')!;
  const handle = figure.querySelector<HTMLButtonElement>('.ball')!;
  const way = figure.querySelector<SVGPathElement>('.way')!;
  const from = figure.querySelector<SVGCircleElement>('.from')!;
  const fit = figure.querySelector<SVGPathElement>('.fit path')!;
  const reading = figure.querySelector<HTMLElement>('.reading')!;
  const values = new Map(
    ['loss', 'x', 'y'].map((name) => [name, figure.querySelector(`[data-value="${name}"]`)!]),
  );
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  let ball: Ball = { ...start, vx: 0, vy: 0 };
  let trail: Place[] = [ball];
  let frame = 0;

  const say = (state: State) => {
    const text = reading.dataset[state] ?? '';
    if (reading.textContent !== text) reading.textContent = text;
  };
  const show = () => {
    handle.style.setProperty('--x', shareOfWidth(toX(ball.x)));
    handle.style.setProperty('--y', shareOfWidth(toY(ball.y)));
    way.setAttribute('d', wayPath(trail));
    fit.setAttribute('d', wavePath(ball));
    values.get('loss')!.textContent = lossAt(ball).loss.toFixed(3);
    values.get('x')!.textContent = ball.x.toFixed(2);
    values.get('y')!.textContent = ball.y.toFixed(2);
  };
  const put = (place: Place) => {
    cancelAnimationFrame(frame);
    const x = Math.min(map.right, Math.max(map.left, place.x));
    const y = Math.min(map.top, Math.max(map.bottom, place.y));
    ball = { x, y, vx: 0, vy: 0 };
    trail = [ball];
    from.setAttribute('cx', String(toX(x)));
    from.setAttribute('cy', String(toY(y)));
    say('held');
    show();
  };
  const ended = (): State | undefined => {
    if (!isOnMap(ball)) return 'away';
    if (trail.length > 20 && isAtRest(ball)) return lossAt(ball).loss < 0.2 ? 'found' : 'stuck';
    return undefined;
  };
  const step = (): State | undefined => {
    ball = roll(ball);
    trail.push(ball);
    return ended();
  };
  /** Lets go: rolls frame by frame, or at once where the reader wants little motion. */
  const release = () => {
    cancelAnimationFrame(frame);
    if (calm.matches) {
      let state: State | undefined;
      for (let i = 0; i < 2000 && !state; i++) state = step();
      show();
      say(state ?? 'stuck');
      return;
    }
    say('rolling');
    let last = performance.now();
    let owed = 0;
    const tick = (now: number) => {
      owed = Math.min(owed + (now - last) * 0.06, 6); // sixty steps a second, whatever the screen does
      last = now;
      let state: State | undefined;
      for (; owed >= 1 && !state; owed--) state = step();
      show();
      if (state) say(state);
      else frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
  };

  const placeOf = ({ clientX, clientY }: PointerEvent): Place => {
    const box = field.getBoundingClientRect();
    return toPlace(
      ((clientX - box.left) / box.width) * size.width,
      ((clientY - box.top) / box.height) * size.height,
    );
  };
  field.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || (event.pointerType === 'touch' && event.target !== handle)) return;
    event.preventDefault();
    handle.focus({ preventScroll: true });
    field.setPointerCapture(event.pointerId);
    put(placeOf(event));
  });
  field.addEventListener('pointermove', (event) => {
    if (field.hasPointerCapture(event.pointerId)) put(placeOf(event));
  });
  field.addEventListener('pointerup', (event) => {
    if (field.hasPointerCapture(event.pointerId)) release();
  });
  field.addEventListener('pointercancel', release);
  // A tap on the map puts the ball there; a swipe still scrolls the page.
  field.addEventListener('click', (event) => {
    const tap = event as PointerEvent;
    if (tap.pointerType !== 'touch' || event.target === handle) return;
    put(placeOf(tap));
    release();
  });
  const keys: Record<string, readonly [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, 1],
    ArrowDown: [0, -1],
  };
  handle.addEventListener('keydown', (event) => {
    const move = keys[event.key];
    if (move && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      const far = event.shiftKey ? 4 : 1;
      put({ x: ball.x + move[0] * 0.03 * far, y: ball.y + move[1] * 0.15 * far });
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      release();
    }
  });
  handle.addEventListener('dblclick', () => {
    put(start);
    release();
  });
  figure.querySelector('[data-again]')!.addEventListener('click', () => {
    put(start);
    release();
  });

  if (!calm.matches) {
    put(start);
    release();
  }
}
