// Which cell follows which: by the names they share, and by who changes what another cell made.
import type { ParsedCell } from '../parse/cell.ts';
import type { CellFailure } from '../types.ts';
import type { NotebookText } from '../../i18n/notebook.ts';

export interface Graph {
  /** Cells in the order of the page. */
  readonly ids: readonly string[];
  readonly definer: ReadonlyMap<string, string>;
  /** Names that a cell takes from other cells. */
  readonly uses: ReadonlyMap<string, readonly string[]>;
  /** Cells that must be current before a cell runs. */
  readonly needs: ReadonlyMap<string, ReadonlySet<string>>;
  /** Cells that stand before a cell and change the value of a name that it uses. */
  readonly changersBefore: (name: string, id: string) => readonly string[];
  /** Names that are doubly defined, circular, or assigned from outside. */
  readonly failures: ReadonlyMap<string, CellFailure>;
}

/**
 * @param touches for each cell, the names of other cells whose values it changes in place (a model that it trains)
 */
export function makeGraph(
  cells: readonly ParsedCell[],
  touches: ReadonlyMap<string, ReadonlySet<string>>,
  text: NotebookText,
): Graph {
  const ids = cells.map((cell) => cell.id);
  const position = new Map(ids.map((id, index) => [id, index]));
  const failures = new Map<string, CellFailure>();
  const definers = new Map<string, string[]>();
  for (const cell of cells)
    for (const name of new Set(cell.defines))
      definers.set(name, [...(definers.get(name) ?? []), cell.id]);
  const definer = new Map<string, string>();
  for (const [name, owners] of definers) {
    definer.set(name, owners[0]);
    if (owners.length === 1) continue;
    const message = text.definedTwice(name, owners.join(', '));
    for (const id of owners)
      failures.set(id, { kind: 'names', message, mend: text.definedTwiceMend(name) });
  }
  const uses = new Map(
    cells.map((cell) => [
      cell.id,
      cell.free.filter((name) => definer.has(name) && definer.get(name) !== cell.id),
    ]),
  );
  for (const cell of cells) {
    const foreign = cell.assigns.find((name) => uses.get(cell.id)!.includes(name));
    if (foreign === undefined) continue;
    const message = text.assignsForeign(foreign, definer.get(foreign)!);
    failures.set(cell.id, { kind: 'names', message, mend: text.assignsForeignMend(foreign) });
  }
  const changersBefore = (name: string, id: string): readonly string[] =>
    ids.filter(
      (other) =>
        position.get(other)! < position.get(id)! &&
        other !== definer.get(name) &&
        touches.get(other)?.has(name),
    );
  const needs = new Map(
    cells.map(({ id }) => {
      const names = uses.get(id)!;
      return [
        id,
        new Set(names.flatMap((name) => [definer.get(name)!, ...changersBefore(name, id)])),
      ];
    }),
  );
  for (const circle of findCircles(ids, needs)) {
    const message = text.circular([...circle, circle[0]].join(' → '));
    for (const id of circle)
      if (!failures.has(id)) failures.set(id, { kind: 'names', message, mend: text.circularMend });
  }
  return { ids, definer, uses, needs, changersBefore, failures };
}

function findCircles(
  ids: readonly string[],
  needs: ReadonlyMap<string, ReadonlySet<string>>,
): string[][] {
  const circles: string[][] = [];
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (id: string): void => {
    if (finished.has(id)) return;
    const start = path.indexOf(id);
    if (start >= 0) {
      circles.push(path.slice(start));
      return;
    }
    path.push(id);
    for (const other of needs.get(id) ?? []) visit(other);
    path.pop();
    finished.add(id);
  };
  ids.forEach(visit);
  return circles;
}

/** The given cells and all that follow from them. */
export function withFollowers(graph: Graph, ids: Iterable<string>): Set<string> {
  const found = new Set(ids);
  for (let grew = true; grew;) {
    grew = false;
    for (const id of graph.ids) {
      if (found.has(id) || ![...graph.needs.get(id)!].some((other) => found.has(other))) continue;
      found.add(id);
      grew = true;
    }
  }
  return found;
}

/** The given cells so ordered that each comes after what it needs; otherwise as on the page. */
export function inOrder(graph: Graph, wanted: ReadonlySet<string>): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const other of graph.ids) if (graph.needs.get(id)!.has(other)) visit(other);
    if (wanted.has(id)) order.push(id);
  };
  graph.ids.forEach(visit);
  return order;
}
