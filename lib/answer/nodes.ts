import type { Nodes } from 'mdast';

/** The Markdown node of a type. */
export type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>;

/**
 * All nodes of a tree in document order, each before its children. The list is made once per tree, because a
 * pass through the tree for each rule takes longer than the rules.
 */
export function listNodes(tree: Nodes): Nodes[] {
  const nodes: Nodes[] = [];
  append(tree, nodes);
  return nodes;
}

function append(node: Nodes, nodes: Nodes[]): void {
  nodes.push(node);
  if (!('children' in node)) return;
  for (const child of node.children) append(child, nodes);
}

/** The nodes of the given types, in document order. */
export function nodesOf<Type extends Nodes['type']>(
  nodes: readonly Nodes[],
  ...types: readonly Type[]
): NodeOf<Type>[] {
  const wanted: readonly string[] = types;
  return nodes.filter((node): node is NodeOf<Type> => wanted.includes(node.type));
}

/** A position with these offsets. Line and column are placeholders, because callers use only the offsets. */
export function offsetPosition(start: number, end: number): NonNullable<Nodes['position']> {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}
