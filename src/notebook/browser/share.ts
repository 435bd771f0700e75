// A link that carries the cells a reader changed and the controls that were set. Opening one never runs anything.
import type { Scalar } from '../types.ts';
import { hashText } from '../run/hash.ts';
import { button } from './merge.ts';
import type { Session } from './session.ts';
import { pack, unpack } from './packed.ts';

interface Shared {
  readonly lesson: string;
  /** Stands for the edition of the lesson the link was made with. */
  readonly edition: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly controls: Readonly<Record<string, Readonly<Record<string, Scalar>>>>;
}

const MOST_CHARACTERS = 200_000;

const editionOf = (session: Session): string =>
  hashText([...session.cells.values()].map((cell) => cell.original).join('\0'));

export async function shareLink(session: Session): Promise<string> {
  const cells = [...session.cells.values()];
  const shared: Shared = {
    lesson: session.lesson,
    edition: editionOf(session),
    cells: Object.fromEntries(
      cells.filter((cell) => cell.isEdited).map((cell) => [cell.id, cell.code]),
    ),
    controls: Object.fromEntries(
      cells
        .filter((cell) => cell.controls.size > 0)
        .map((cell) => [cell.id, Object.fromEntries(cell.controls)]),
    ),
  };
  const address = new URL(location.href);
  address.hash = `cells=${await pack(JSON.stringify(shared))}`;
  return address.href;
}

export async function openShared(session: Session): Promise<void> {
  const [first] = session.cells.values();
  const shared = read(
    await unpack(location.hash.slice('#cells='.length), MOST_CHARACTERS).catch(() => ''),
    session,
  );
  const { restore } = await import('./restore.ts');
  if (!shared) {
    banner(first.element, first.text.sharedBroken, []);
    return restore();
  }
  const changed = [...session.cells.values()].filter((cell) => shared.cells[cell.id] !== undefined);
  for (const cell of session.cells.values()) cell.isForeign = true;
  for (const cell of changed) {
    await cell.setCode(shared.cells[cell.id]);
    session.codeChanged(cell);
  }
  for (const cell of session.cells.values())
    for (const [key, value] of Object.entries(shared.controls[cell.id] ?? {})) {
      cell.controls.set(key, value);
      cell.showControl(key, value);
      cell.staleSince([key]);
    }
  const leave = async (): Promise<void> => {
    history.replaceState(null, '', location.pathname + location.search);
    for (const cell of session.cells.values()) {
      cell.resetControls();
      await cell.setCode(cell.original);
      session.codeChanged(cell);
      cell.isForeign = false;
    }
    location.reload();
  };
  const keep = (): void => {
    history.replaceState(null, '', location.pathname + location.search);
    for (const cell of session.cells.values()) {
      cell.isForeign = false;
      if (shared.cells[cell.id] !== undefined) session.codeChanged(cell);
    }
    for (const notice of document.querySelectorAll('.cell-notice')) notice.remove();
  };
  const words =
    shared.edition === editionOf(session)
      ? first.text.sharedVersion
      : `${first.text.sharedVersion} ${first.text.sharedOther}`;
  const shownAt = changed.length > 0 ? changed : [first];
  for (const cell of shownAt)
    banner(cell.element, words, [
      button(cell.text.sharedLeave, () => void leave()),
      button(cell.text.sharedKeep, keep),
    ]);
  shownAt[0].element.scrollIntoView({ block: 'center' });
}

function banner(element: HTMLElement, words: string, buttons: readonly HTMLElement[]): void {
  const notice = document.createElement('div');
  notice.className = 'cell-notice';
  notice.setAttribute('role', 'status');
  const text = document.createElement('span');
  text.textContent = words;
  notice.append(text, ...buttons);
  element.querySelector('.cell-code')!.before(notice);
}

/** Whatever a link holds is untrusted: only texts for cells of this page and plain values come through. */
function read(json: string, session: Session): Shared | undefined {
  try {
    const { lesson, edition, cells, controls } = JSON.parse(json) as Record<string, unknown>;
    if (lesson !== session.lesson || typeof cells !== 'object' || typeof controls !== 'object')
      return undefined;
    const known = [...session.cells.keys()];
    const texts = known.flatMap((id) => {
      const code = (cells as Record<string, unknown>)[id];
      return typeof code === 'string' && code.length < 50_000 ? [[id, code]] : [];
    });
    const settings = known.flatMap((id) => {
      const set = (controls as Record<string, unknown>)[id];
      if (typeof set !== 'object' || set === null) return [];
      return [
        [
          id,
          Object.fromEntries(
            Object.entries(set).filter(([, value]) =>
              ['string', 'number', 'boolean'].includes(typeof value),
            ),
          ),
        ],
      ];
    });
    return {
      lesson: session.lesson,
      edition: String(edition),
      cells: Object.fromEntries(texts),
      controls: Object.fromEntries(settings),
    };
  } catch {
    return undefined;
  }
}
