// The engine's reference, read once a build.
import { readApi, type ApiGroup } from './read-api.ts';

let groups: ApiGroup[] | undefined;

export const getApi = (): ApiGroup[] => (groups ??= readApi(process.cwd()));

/** Names that stand at the top of the engine, as an import may name them. */
export const topNames = (): Set<string> =>
  new Set(getApi().flatMap(({ entries }) => entries.map(({ name }) => name.split('.')[0]!)));
