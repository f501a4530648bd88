import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';

import { limits } from '@/lib/limits';
import { highlight, isHighlighted, isPlain } from '../languages';
import { SKIP, visit } from '../visit';

/** Highlights code of known languages, adds a label, and makes it scroll horizontally. */
export function frameCode(page: Root): void {
  visit(page, { type: 'element', tagName: 'pre' }, (pre: Element, index, parent) => {
    const [code] = pre.children;
    if (!parent || index === undefined || code?.type !== 'element' || code.tagName !== 'code') return;
    const language = languageOf(code);
    const text = toString(code);
    // Grammars of highlighters may backtrack on some texts.
    if (!isPlain(language) && isHighlighted(language) && text.length <= limits.highlightedLength) {
      // The highlighter returns only elements and text.
      code.children = highlight(language, text).children as Element['children'];
    }
    code.properties = {};
    parent.children[index] = frame(pre, isPlain(language) ? undefined : language);
    return [SKIP, index + 1];
  });
}

function languageOf({ properties }: Element): string {
  const classes = Array.isArray(properties.className) ? properties.className : [];
  const name = classes.map(String).find((candidate) => candidate.startsWith('language-'));
  return name?.slice('language-'.length).toLowerCase() ?? '';
}

function frame(pre: Element, language: string | undefined): Element {
  const label = language === undefined ? undefined : (labels.get(language) ?? language);
  pre.properties = {
    tabIndex: 0,
    role: 'group',
    ariaLabel: label === undefined ? 'Text block' : `Code, ${label}`,
  };
  const caption: Element[] =
    label === undefined
      ? []
      : [
          {
            type: 'element',
            tagName: 'figcaption',
            properties: {},
            children: [{ type: 'text', value: label }],
          },
        ];
  return {
    type: 'element',
    tagName: 'figure',
    properties: { className: ['code'] },
    children: [...caption, pre],
  };
}

/** Display names of languages that differ from the name after the fence. */
const labels = new Map(
  Object.entries({
    asm: 'Assembly',
    assembly: 'Assembly',
    bash: 'Bash',
    c: 'C',
    'c++': 'C++',
    cpp: 'C++',
    csharp: 'C#',
    cs: 'C#',
    css: 'CSS',
    csv: 'CSV',
    fish: 'fish',
    go: 'Go',
    haskell: 'Haskell',
    html: 'HTML',
    java: 'Java',
    javascript: 'JavaScript',
    js: 'JavaScript',
    json: 'JSON',
    kotlin: 'Kotlin',
    latex: 'LaTeX',
    matlab: 'MATLAB',
    nasm: 'NASM',
    'objective-c': 'Objective-C',
    objectivec: 'Objective-C',
    php: 'PHP',
    py: 'Python',
    python: 'Python',
    r: 'R',
    ruby: 'Ruby',
    rust: 'Rust',
    scala: 'Scala',
    sh: 'Shell',
    shell: 'Shell',
    sql: 'SQL',
    swift: 'Swift',
    ts: 'TypeScript',
    typescript: 'TypeScript',
    xml: 'XML',
    yaml: 'YAML',
    zig: 'Zig',
    zsh: 'Zsh',
  }),
);
