// Runs a text as the body of an async function and gives what it returns: for exercises in which the reader writes code.
import { notebookText } from '../../i18n/notebook.ts';
import { parseCell } from '../parse/cell.ts';
import type { Lang } from '../types.ts';
import { compile, headLength } from './compile.ts';
import { explain } from './explain.ts';

export type Outcome = { ok: true; value: unknown } | { ok: false; message: string; line?: number };

/** The value is what JSON keeps of the returned one. */
export async function runProgram(source: string, lang: Lang, engine: object): Promise<Outcome> {
  const id = 'program';
  const modules = engine as Record<string, unknown>;
  const names: string[] = [];
  try {
    const parsed = parseCell(id, source, { mayReturn: true });
    const inputs = parsed.imports.map(({ local, imported, from }) => {
      if (from !== 'downhill') throw new Error(notebookText[lang].notAModule(from));
      if (imported !== '*' && !(imported in modules))
        throw new Error(notebookText[lang].noExport(imported, from));
      return [local, imported === '*' ? modules : modules[imported]] as const;
    });
    names.push(...inputs.map(([name]) => name));
    const value = await compile({ ...parsed, defines: [] }, names)(...inputs.map(([, one]) => one));
    return { ok: true, value: JSON.parse(JSON.stringify(value ?? null)) as unknown };
  } catch (error) {
    const { message, line, mend } = explain(error, {
      id,
      code: source,
      text: notebookText[lang],
      names: [],
      headLength: headLength(names),
      modules,
    });
    return {
      ok: false,
      message: mend ? `${message} ${mend}` : message,
      ...(line === undefined ? {} : { line }),
    };
  }
}
