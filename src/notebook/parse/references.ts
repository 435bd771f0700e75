// Which names a cell declares at its top level, and which it uses without declaring them.
import type { AnyNode, Identifier, Pattern, Program } from 'acorn';
import { ancestor, base, full, type RecursiveVisitors } from 'acorn-walk';

/** Names that a top-level statement declares. */
export function declaredNames(node: AnyNode): string[] {
  if (node.type === 'VariableDeclaration')
    return node.declarations.flatMap(({ id }) => patternNames(id));
  if ((node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') && node.id)
    return [node.id.name];
  return [];
}

function patternNames(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) =>
        patternNames(one.type === 'Property' ? one.value : one.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((one) => (one ? patternNames(one) : []));
    case 'RestElement':
      return patternNames(pattern.argument);
    case 'AssignmentPattern':
      return patternNames(pattern.left);
    default:
      return [];
  }
}

export interface FreeNames {
  readonly free: string[];
  readonly assigns: string[];
  /** How often each top-level name is read inside the cell itself. */
  readonly mentions: Map<string, number>;
}

/** Unbound names of a program, given the names it binds at its top level. */
export function freeNames(program: Program, topLevel: ReadonlySet<string>): FreeNames {
  const locals = collectLocals(program);
  const free = new Set<string>();
  const assigns = new Set<string>();
  const mentions = new Map<string, number>();

  const isBound = (name: string, ancestors: readonly AnyNode[]): boolean =>
    name === 'undefined' ||
    ancestors.some(
      (node) => locals.get(node)?.has(name) || (name === 'arguments' && hasArguments(node)),
    );

  const meet = (node: Identifier, _state: unknown, ancestors: AnyNode[]): void => {
    if (isBound(node.name, ancestors)) return;
    if (topLevel.has(node.name)) mentions.set(node.name, (mentions.get(node.name) ?? 0) + 1);
    else free.add(node.name);
  };
  const meetPattern = (node: Identifier, state: unknown, ancestors: AnyNode[]): void => {
    if (isBound(node.name, ancestors) || topLevel.has(node.name)) return;
    meet(node, state, ancestors);
    assigns.add(node.name);
  };
  const visitors = { Identifier: meet, VariablePattern: meetPattern } as Parameters<
    typeof ancestor
  >[1];
  ancestor(program, visitors, base as RecursiveVisitors<unknown>);
  return { free: [...free], assigns: [...assigns], mentions };
}

function hasArguments(node: AnyNode): boolean {
  return node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration';
}

/** For each scope below the top level, the names declared in it. */
function collectLocals(program: Program): Map<AnyNode, Set<string>> {
  const locals = new Map<AnyNode, Set<string>>();
  const declare = (scope: AnyNode, names: readonly string[]): void => {
    if (scope === program) return;
    const known = locals.get(scope) ?? new Set();
    for (const name of names) known.add(name);
    locals.set(scope, known);
  };
  full(program, (node: AnyNode) => {
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        declare(node, node.params.flatMap(patternNames));
        if (node.type === 'FunctionExpression' && node.id) declare(node, [node.id.name]);
        break;
      case 'ClassExpression':
        if (node.id) declare(node, [node.id.name]);
        break;
      case 'CatchClause':
        if (node.param) declare(node, patternNames(node.param));
        break;
      case 'ForStatement':
        if (node.init) declare(node, declaredNames(node.init));
        break;
      case 'ForInStatement':
      case 'ForOfStatement':
        declare(node, declaredNames(node.left));
        break;
      case 'BlockStatement':
      case 'StaticBlock':
        for (const one of node.body) declare(node, declaredNames(one));
        break;
      case 'SwitchStatement':
        for (const one of node.cases)
          for (const two of one.consequent) declare(node, declaredNames(two));
        break;
    }
  });
  return locals;
}
