import type { Nodes } from 'mdast';

/** A node of Markdown by its type. */
export type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>;

/**
 * All nodes of a tree, each before its children. Most rules look at a few nodes of one type: a walk through the tree for each
 * rule takes longer than the rules themselves.
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

/** The nodes of some types, in their order. */
export function nodesOf<Type extends Nodes['type']>(
  nodes: readonly Nodes[],
  ...types: readonly Type[]
): NodeOf<Type>[] {
  const wanted: readonly string[] = types;
  return nodes.filter((node): node is NodeOf<Type> => wanted.includes(node.type));
}
