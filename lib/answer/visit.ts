import type { Node, Parent } from 'unist';
import { convert, type Test } from 'unist-util-is';
import { EXIT, SKIP, type visit as namedVisit, type VisitorResult } from 'unist-util-visit';

export { EXIT, SKIP };

type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => VisitorResult;

/**
 * `visit` of unist-util-visit, in preorder. The original names a function for every node to improve stack
 * traces, which takes a tenth of the time to process an answer.
 */
// The types of the original derive the node's type from the test.
export const visit = ((tree: Node, testOrVisitor: Test | Visitor, visitor?: Visitor) => {
  const matches = convert(visitor ? (testOrVisitor as Test) : undefined);
  const enter = visitor ?? (testOrVisitor as Visitor);
  const walk = (node: Node, index: number | undefined, parent: Parent | undefined): Result => {
    const result = matches(node, index, parent) ? toResult(enter(node, index, parent)) : unchanged;
    if (result.action === EXIT || result.action === SKIP || !isParent(node)) return result;
    for (let at = 0; at >= 0 && at < node.children.length;) {
      const child = node.children[at];
      if (!child) break;
      const { action, next } = walk(child, at, node);
      if (action === EXIT) return { action };
      at = next ?? at + 1;
    }
    return result;
  };
  walk(tree, undefined, undefined);
}) as typeof namedVisit;

interface Result {
  action?: boolean | 'skip';
  /** The index of the sibling at which to continue. */
  next?: number | undefined;
}

const unchanged: Result = {};

function toResult(value: VisitorResult): Result {
  if (value === null || value === undefined) return unchanged;
  if (typeof value === 'number') return { next: value };
  if (typeof value !== 'object') return { action: value };
  const [action, next] = value;
  return { ...(action !== undefined && action !== null && { action }), next: next ?? undefined };
}

function isParent(node: Node): node is Parent {
  return 'children' in node;
}
