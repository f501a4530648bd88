import type { Nodes as HastNodes, Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import type { Nodes, Root as Document } from 'mdast';
import { toHast, type State } from 'mdast-util-to-hast';

import { boundProblems } from '@/lib/source/problem';
import { beginningOf, noBeginning, type Beginning } from './beginning/beginning';
import { checkAnchors } from './anchors';
import { findAnchors } from './find-anchors';
import { frameCode } from './html/code-blocks';
import { setDirections } from './html/directions';
import { replaceElements, type Replacer } from './html/elements';
import { formulaElement, PageFormulas } from './html/formulas';
import { HeadingAnchors, type Heading } from './html/headings';
import { plainText } from './html/plain-text';
import { joinPunctuation } from './html/punctuation';
import { answerSchema } from './html/schema';
import { dressCell, frameTable } from './html/tables';
import { toHtml } from './html/to-html';
import type { ShownImage } from './image-file';
import type { FormulaNode } from './markdown/formulas';
import { nodesOf } from './nodes';
import { parseAnswer, type ParsedAnswer, type ParsedMarkdown } from './parse';
import { publishMarkdown } from './publish';
import { moveRemark, type Remark, type Report } from './remark';
import { sourceHtml } from './source-html';

/** A rendered answer, which a page shows below its h1. Plain data. */
export interface RenderedAnswer {
  /** Sanitized HTML; the source as text if one of the remarks is an error. */
  html: string;
  headings: Heading[];
  beginning: Beginning;
  /** For the Markdown copy. `withOrigin` makes links to this site absolute. */
  markdown: string;
  /** Number of words, including those of code and formulas. */
  wordCount: number;
  /** Local images with their sizes. */
  images: readonly ShownImage[];
  /** In the order of their places. */
  remarks: Remark[];
}

/**
 * Renders an answer. Hostile input may take long, exhaust the stack or end the process, so `AnswerRenderer`
 * calls this in a separate process.
 */
export function renderAnswer({ markdown, tree, remarks: found, offsetInText }: ParsedAnswer): RenderedAnswer {
  const remarks = [...found];
  const rendered = tree
    ? renderTree(tree, (remark) => void remarks.push(remark))
    : {
        html: sourceHtml(markdown),
        headings: [],
        beginning: noBeginning,
        markdown,
        wordCount: 0,
        images: [],
      };
  const inText = boundProblems(remarks)
    .sort((a, b) => a.offset - b.offset)
    .map((remark) => moveRemark(remark, offsetInText));
  return { ...rendered, remarks: inText };
}

/** Like {@link renderAnswer}, for Markdown. */
export function renderMarkdown(markdown: string): RenderedAnswer {
  return renderAnswer(parseAnswer({ form: 'markdown', text: markdown }));
}

const headingNames = ['h2', 'h3', 'h4', 'h5', 'h6'];

function renderTree(
  { document, nodes, answer, images }: ParsedMarkdown,
  report: Report,
): Omit<RenderedAnswer, 'remarks'> {
  const markdown = publishMarkdown(nodes, answer);
  // `sanitize` returns a root for a root.
  const page = sanitize(toPage(document, nodes), answerSchema) as Root;
  const formulas = new PageFormulas(answer, report);
  const anchors = new HeadingAnchors();
  const anchorHeading: Replacer = (heading) => anchors.add(heading);
  replaceElements(
    page,
    new Map<string, Replacer>([
      ['math', (element) => formulas.set(element)],
      ['pre', frameCode],
      ['th', dressCell],
      ['td', dressCell],
      ['table', frameTable],
      ...headingNames.map((name) => [name, anchorHeading] as const),
    ]),
  );
  formulas.dropEmptyParagraphs(page);
  const beginning = beginningOf(page);
  checkAnchors(nodes, () => findAnchors({ nodes, answer }), report);
  const text = plainText(page);
  joinPunctuation(page);
  setDirections(page, text);
  return {
    html: toHtml(page),
    headings: anchors.headings,
    beginning,
    markdown,
    wordCount: text.split(' ').length,
    images,
  };
}

/**
 * Converts a document to HTML nodes.
 *
 * @param nodes all nodes of the document
 */
function toPage(document: Document, nodes: readonly Nodes[]): HastNodes {
  const formula = (_: State, node: FormulaNode) => formulaElement(node);
  const root = (state: State) => {
    addFirst(state.definitionById, nodesOf(nodes, 'definition'));
    addFirst(state.footnoteById, nodesOf(nodes, 'footnoteDefinition'));
    return state.wrap(state.all(document), false);
  };
  // `toHast` searches its tree for definitions, which takes longer than converting the tree. The list of nodes
  // already contains them, so `toHast` gets an empty tree.
  return toHast({ type: 'root', children: [] }, { handlers: { formula, root } });
}

/** Adds definitions by their identifiers. The first definition of an identifier counts. */
function addFirst<Node extends { identifier: string }>(
  known: Map<string, Node>,
  nodes: readonly Node[],
): void {
  for (const node of nodes) {
    const id = node.identifier.toUpperCase();
    if (!known.has(id)) known.set(id, node);
  }
}
