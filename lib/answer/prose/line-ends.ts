import type { Nodes, Root } from 'mdast';

/** Characters of scripts without spaces between words, excluding Korean. */
const spaceless =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}ー々〆\u3001-\u3003\u3008-\u3011\u3014-\u301F\uFF01-\uFF0F\uFF1A-\uFF1F\uFF3B-\uFF3D\uFF5B-\uFF65]/u;

/** Removes newlines between two Chinese or Japanese characters, because browsers would show a space. */
export function joinLines(document: Root): void {
  joinIn(document, { last: undefined });
}

/** State of the traversal: the preceding text in the same block. */
interface JoinState {
  last: { value: string } | undefined;
}

const blocks = new Set(
  'root paragraph heading tableCell tableRow table listItem list blockquote footnoteDefinition'.split(' '),
);

function joinIn(node: Nodes, state: JoinState): void {
  if (node.type === 'text') {
    if (node.value.includes('\n')) node.value = joinText(node.value);
    const { last } = state;
    if (last && joinsWithoutSpace(last.value.trimEnd(), node.value.trimStart())) {
      if (node.value.startsWith('\n')) node.value = node.value.trimStart();
      else if (last.value.endsWith('\n')) last.value = last.value.trimEnd();
    }
    state.last = node;
    return;
  }
  if (!('children' in node)) {
    state.last = undefined;
    return;
  }
  if (blocks.has(node.type)) state.last = undefined;
  for (const child of node.children) joinIn(child, state);
  if (blocks.has(node.type)) state.last = undefined;
}

function joinText(text: string): string {
  const [first = '', ...others] = text.split('\n');
  return others.reduce(
    (joined, line) => joined + (joinsWithoutSpace(joined, line) ? '' : '\n') + line,
    first,
  );
}

function joinsWithoutSpace(before: string, after: string): boolean {
  const last = Array.from(before.slice(-2)).at(-1) ?? '';
  const first = Array.from(after.slice(0, 2))[0] ?? '';
  return spaceless.test(last) && spaceless.test(first);
}
