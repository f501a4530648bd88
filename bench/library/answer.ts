import { capitalize, type Chance } from './chance';

/**
 * Average features of an answer, counted in 27 documents of the source library: 2,270 characters, 2.5
 * headings, 8 list items and 5 bold words. 56 % of the answers have formulas, on average 12 inline and 4
 * display formulas. The others have code: 3 blocks of 3 lines and 6 inline words. 7 % have a table.
 */
const share = { formulas: 0.56, outlined: 0.7, table: 0.07 };

type Kind = 'formulas' | 'code';

/** Generates an answer in Markdown with the same average features. The words have no meaning. */
export function generateAnswer(chance: Chance): string {
  const kind: Kind = chance.isTrue(share.formulas) ? 'formulas' : 'code';
  const isOutlined = chance.isTrue(share.outlined);
  const sections = isOutlined ? 2 + chance.below(4) : 2 + chance.below(2);
  const blocks = [paragraph(chance, kind, 2)];
  for (let section = 0; section < sections; section += 1) {
    if (isOutlined) blocks.push(`### ${capitalize(chance.words(2 + chance.below(4)))}`);
    blocks.push(paragraph(chance, kind, 1 + chance.below(2)));
    if (kind === 'formulas') blocks.push(displayFormula(chance));
    if (chance.isTrue(0.25) && kind === 'formulas') blocks.push(displayFormula(chance));
    if (chance.isTrue(0.95) && kind === 'code') blocks.push(codeBlock(chance));
    if (chance.isTrue(0.68)) blocks.push(list(chance, kind));
  }
  if (chance.isTrue(share.table)) blocks.push(table(chance));
  blocks.push(paragraph(chance, kind, 1));
  return `${blocks.join('\n\n')}\n`;
}

function paragraph(chance: Chance, kind: Kind, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(chance, kind)).join(' ');
}

function sentence(chance: Chance, kind: Kind): string {
  const words = chance.words(13 + chance.below(10)).split(' ');
  if (chance.isTrue(0.72)) words.splice(2 + chance.below(6), 1, inParagraph(chance, kind));
  return `${capitalize(words.join(' '))}.`;
}

function inParagraph(chance: Chance, kind: Kind): string {
  if (kind === 'code') return chance.isTrue(0.58) ? `\`${chance.word()}\`` : chance.word();
  return chance.isTrue(0.6)
    ? `$${variable(chance)}$`
    : `$${variable(chance)}_{${chance.below(9)}} = ${1 + chance.below(99)} ${variable(chance)}^{2}$`;
}

function list(chance: Chance, kind: Kind): string {
  const isOrdered = chance.isTrue(0.4);
  return Array.from({ length: 2 + chance.below(4) }, (_, index) => {
    const marker = isOrdered ? `${index + 1}.` : '-';
    const start = chance.isTrue(0.6) ? `**${capitalize(chance.words(2))}**: ` : '';
    return `${marker} ${start}${sentence(chance, kind)}`;
  }).join('\n');
}

function displayFormula(chance: Chance): string {
  const [a, b, c] = [variable(chance), variable(chance), variable(chance)];
  const [n, m] = [1 + chance.below(99), 2 + chance.below(7)];
  const formulas = [
    `${a} = \\frac{${b} + ${n}}{${c}^{${m}}}`,
    `\\int_0^{${n}} ${a}^{${m}} \\, d${a} = \\sqrt{${n + m}} + \\sum_{k=1}^{n} ${b}_k`,
    `\\begin{align*}\n${n}${a} + ${m}${b} &= ${n + 1} \\\\\n${a} - ${b} &= ${m}\n\\end{align*}`,
    `\\begin{bmatrix}\n${a} & ${n} \\\\\n${m} & ${b}\n\\end{bmatrix}`,
  ];
  return `$$\n${formulas[chance.below(formulas.length)] ?? ''}\n$$`;
}

function variable(chance: Chance): string {
  return 'abcxyzuvw'.charAt(chance.below(9));
}

function codeBlock(chance: Chance): string {
  const [name, value, number] = [chance.word(), chance.word(), chance.below(99)];
  const blocks = [
    `\`\`\`python\ndef ${name}(${value}, limit=${number}):\n    # ${chance.words(3)}\n    return [${value} ** 2 for step in range(limit)]\n\`\`\``,
    `\`\`\`c\nint ${name} = ${number};\nif (${name} > 0 && ${value} != NULL) {\n    puts("${chance.words(2)}"); // ${chance.word()}\n}\n\`\`\``,
    `\`\`\`bash\n${name} --limit ${number} "$${value.toUpperCase()}" | sort\n\`\`\``,
  ];
  return blocks[chance.below(blocks.length)] ?? '';
}

function table(chance: Chance): string {
  const row = () =>
    `| ${chance.words(2)} | ${chance.below(999)} | $${variable(chance)}^{2}$ | ${chance.word()} |`;
  const head = `| ${[0, 1, 2, 3].map(() => chance.word()).join(' | ')} |\n| --- | --- | --- | --- |`;
  return [head, ...Array.from({ length: 4 }, row)].join('\n');
}
