// Where figures publish their present state, so that an exercise can ask "have you done it?".

type Read = () => unknown;

const figures = new Map<string, Read>();
const watchers = new Map<string, Set<() => void>>();

/**
 * A figure publishes how to read its state (plain data). Returns how to withdraw it.
 * @param id the figure's id, as in its address `/embed/<id>/`
 */
export function publishFigure(id: string, read: Read): () => void {
  figures.set(id, read);
  figureChanged(id);
  return () => {
    if (figures.get(id) === read) figures.delete(id);
    figureChanged(id);
  };
}

/** The figure's state now; undefined while it is not on the page or not yet alive. */
export function figureState(id: string): unknown {
  return figures.get(id)?.();
}

/** A figure calls this when its state changed. */
export function figureChanged(id: string): void {
  for (const watcher of [...(watchers.get(id) ?? [])]) watcher();
}

/** Calls back at each change of a figure's state. Returns how to stop. */
export function watchFigure(id: string, callback: () => void): () => void {
  const set = watchers.get(id) ?? new Set();
  watchers.set(id, set.add(callback));
  return () => void set.delete(callback);
}
