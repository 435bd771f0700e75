// Keeps what a reader does to an island before its script is there, and does it again once it is.

/** The browser itself does what is done to these; their script only has to hear of it. */
const NATIVE = 'input, select, textarea, label';
const KEPT = 'click dblclick input change keydown pointerdown pointermove pointerup pointercancel';

interface Kept {
  readonly event: Event;
  readonly target: EventTarget;
  /** What stood in a field: its script may empty it as it takes over. */
  readonly entry?: Entry;
}

/** What a reader can change in a field. */
type Entry = Partial<Pick<HTMLInputElement, 'value' | 'checked'>>;

/** Returns how to stop keeping and send everything kept, in its order, to where it happened. */
export function keepEvents(island: Element): () => Promise<void> {
  const kept: Kept[] = changedBefore(island);
  const stop = new AbortController();
  const keep = (event: Event): void => {
    if (!isMeant(event)) return;
    if (!/^(pointer|input|change)/.test(event.type) && !isNative(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
    // As the figure would: what follows of a press belongs to what was pressed.
    if (event.type === 'pointerdown')
      (event.target as Element).setPointerCapture((event as PointerEvent).pointerId);
    if (event.type === 'pointermove') {
      const last = kept.at(-1)?.event.type;
      // Only drags are followed, and of a drag only how far it came.
      if (last === 'pointermove') kept.pop();
      else if (last !== 'pointerdown') return;
    }
    kept.push({
      event,
      target: event.target!,
      entry: isEntry(event) ? entryOf(event.target as Field) : undefined,
    });
  };
  for (const type of KEPT.split(' '))
    island.addEventListener(type, keep, { capture: true, signal: stop.signal });
  return async () => {
    stop.abort();
    // Effects run after the first frame.
    if (kept.length > 0) await new Promise(requestAnimationFrame);
    for (const { event, target, entry } of kept) {
      // Between two events what the first one changed is drawn.
      await new Promise((resolve) => setTimeout(resolve));
      Object.assign(target, entry);
      const Again = event.constructor as typeof Event;
      withoutCapture(isOver(event, kept), () => target.dispatchEvent(new Again(event.type, event)));
    }
  };
}

/**
 * What was typed or chosen while not even this script was there. Sliders are left out: a browser rounds their value to
 * a step by itself.
 */
function changedBefore(island: Element): Kept[] {
  const all = island.querySelectorAll<Field>('input:not([type=range]), textarea');
  const fields = [...all].filter((field) =>
    isTicked(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue,
  );
  return fields.flatMap((target) =>
    ['input', 'change'].map((type) => ({
      event: new Event(type, { bubbles: true }),
      target,
      entry: entryOf(target),
    })),
  );
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const isTicked = (field: Field): field is HTMLInputElement =>
  field.type === 'checkbox' || field.type === 'radio';

/** A chosen file stays in its field; its name may not be written there. */
const entryOf = (field: Field): Entry => {
  if (field.type === 'file') return {};
  return isTicked(field) ? { checked: field.checked } : { value: field.value };
};

const isEntry = ({ type, target }: Event): boolean =>
  /^(input|change)$/.test(type) && 'value' in target!;

const isNative = ({ target }: Event): boolean =>
  (target as Element).closest(`a[href], ${NATIVE}`) !== null;

/** In a field it asks for an answer to be checked. */
const isEnter = (event: Event): boolean => event instanceof KeyboardEvent && event.key === 'Enter';

/** Whether the pointer has been lifted since. */
const isOver = (event: Event, kept: readonly Kept[]): boolean =>
  event.type === 'pointerdown' &&
  kept.some(({ event: { type } }) => /^pointer(up|cancel)/.test(type));

/** A pointer that is gone cannot be captured: the attempt would throw. */
function withoutCapture(isGone: boolean, run: () => void): void {
  const { setPointerCapture } = Element.prototype;
  if (isGone) Element.prototype.setPointerCapture = () => undefined;
  run();
  Element.prototype.setPointerCapture = setPointerCapture;
}

function isMeant(event: Event): boolean {
  const target = event.target as Element;
  const { type } = event;
  if (type === 'input' || type === 'change') return true;
  if (isNative(event)) return target.localName === 'input' && isEnter(event);
  const isButton = target.closest('button, summary') !== null;
  if (event instanceof KeyboardEvent) {
    const { key, ctrlKey, metaKey, altKey } = event;
    const isPress = isButton && (key === 'Enter' || key === ' ');
    return !(isPress || key === 'Tab' || ctrlKey || metaKey || altKey);
  }
  return !isButton || type === 'click';
}
