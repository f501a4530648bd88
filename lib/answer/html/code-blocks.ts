import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';

import { limits } from '@/lib/limits';
import { highlight, isHighlighted, isPlain } from '../languages';

/** Makes a code block scrollable, adds a label, and highlights the code if its language is known. */
export function frameCode(pre: Element): Element {
  const [code] = pre.children;
  if (code?.type !== 'element' || code.tagName !== 'code') return pre;
  const language = languageOf(code);
  const text = toString(code);
  // The grammars of some languages take long for large code.
  if (!isPlain(language) && isHighlighted(language) && text.length <= limits.highlightedLength) {
    // Highlighted code consists only of elements and texts.
    code.children = highlight(language, text).children as Element['children'];
  }
  code.properties = {};
  return frame(pre, isPlain(language) ? undefined : language);
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
