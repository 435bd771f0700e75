import type { Session } from './session.ts';
export const downloadScript = (_session: Session): void => undefined;
export const downloadNotebook = (_session: Session): void => undefined;
