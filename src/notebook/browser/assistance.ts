import type { Editor } from './editor.ts';
import type { LiveCell } from './live-cell.ts';
export const remember = (isOn: boolean): boolean => isOn;
export const assist = async (
  _editor: Editor,
  _cell: LiveCell,
  _all: Iterable<Element>,
): Promise<void> => undefined;
