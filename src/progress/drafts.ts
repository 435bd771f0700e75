// Answers that were begun and not handed in: they outlast a reload and a closed tab.

const key = (id: string) => `downhill:draft:${id}`;

/** Keeps what the reader has entered so far. */
export function keepDraft(id: string, version: number, answer: unknown): void {
  try {
    localStorage.setItem(key(id), JSON.stringify({ version, answer }));
  } catch {
    // storage is blocked or full: the draft lasts as long as the page
  }
}

/** What was entered and not handed in; undefined when there is none for this version of the question. */
export function draftOf(id: string, version: number): { readonly answer: unknown } | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(key(id)) ?? 'null') as {
      version?: number;
      answer?: unknown;
    } | null;
    return draft?.version === version ? { answer: draft.answer } : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets the draft, once it was handed in. */
export function dropDraft(id: string): void {
  try {
    localStorage.removeItem(key(id));
  } catch {
    // there was none
  }
}
