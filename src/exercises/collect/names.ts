// Which names an author's expression takes from outside: parameters, the engine's exports, globals.
import { parseExpressionAt, type Node } from 'acorn';
import { full } from 'acorn-walk';

const GLOBALS = new Set([
  ...['Math', 'Number', 'String', 'Boolean', 'Array', 'Object', 'JSON', 'Set', 'Map', 'undefined'],
  ...[
    'NaN',
    'Infinity',
    'isNaN',
    'isFinite',
    'parseFloat',
    'parseInt',
    'Float32Array',
    'Float64Array',
  ],
]);

/** Names used but not bound in a JavaScript expression, JavaScript's globals left out. */
export function freeNames(code: string): string[] {
  const used = new Set<string>();
  const bound = new Set<string>();
  full(parseExpressionAt(code, 0, { ecmaVersion: 'latest' }), (node: Node, _state, type) => {
    if (type === 'VariablePattern') bound.add((node as Node & { name: string }).name);
    else if (type === 'Identifier') used.add((node as Node & { name: string }).name);
    else if (type === 'Function' || type === 'FunctionDeclaration') {
      const { id } = node as Node & { id?: { name: string } | null };
      if (id) bound.add(id.name);
    }
  });
  return [...used].filter((name) => !bound.has(name) && !GLOBALS.has(name));
}
