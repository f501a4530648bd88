import { questionFile } from '../question-file';
import { dictionary } from './dictionary';
import type { Random } from '../random';

/** Nesting levels of blocks and of emphasis. */
const deepest = 4;

/** Generates a question file from elements of content files in random order. */
export function writeQuestion(id: number, random: Random): string {
  const keys = ['author: QuickTakes\n', ...Array.from({ length: random.below(4) }, () => writeKey(random))];
  return questionFile(id, {
    keys: keys.join(''),
    answer: writeBlocks(random, 0),
    escaped: random.below(2) === 0,
    ...(random.below(6) === 0 && { title: writeScalar(random) }),
    ...(random.below(6) === 0 && { subject: writeScalar(random) }),
    ...(random.below(6) === 0 && { date: writeScalar(random) }),
    ...(random.below(6) === 0 && { seo: `  page_keywords: ${writeScalar(random)}\n` }),
  });
}

function writeKey(random: Random): string {
  const name = random.pick(
    'question post_on_text date_format short_answer canonical score _schema file_name url seo sources related_article1 x'.split(
      ' ',
    ),
  );
  const value = random.below(3) === 0 ? writeCollection(random, 0) : writeScalar(random);
  return `${name}: ${value}\n`;
}

function writeCollection(random: Random, depth: number): string {
  const items = Array.from({ length: random.below(4) }, () =>
    depth < deepest && random.below(2) === 0 ? writeCollection(random, depth + 1) : writeScalar(random),
  );
  if (random.below(2) === 0) return `[${items.join(', ')}]`;
  return `{ ${items.map((item) => `${random.pick(['url', 'title', 'id', 'x'])}: ${item}`).join(', ')} }`;
}

function writeScalar(random: Random): string {
  const text = writeInline(random, deepest - 1);
  switch (random.below(4)) {
    case 0:
      return JSON.stringify(text);
    case 1:
      return `'${text.replaceAll("'", "''")}'`;
    case 2:
      return `>-\n  ${text}`;
    default:
      return random.below(3) === 0 ? String(random.below(5000)) : text;
  }
}

function writeBlocks(random: Random, depth: number): string {
  return Array.from({ length: 1 + random.below(4) }, () => writeBlock(random, depth)).join('\n\n');
}

function writeBlock(random: Random, depth: number): string {
  const kind = random.below(depth < deepest ? 9 : 6);
  switch (kind) {
    case 0:
      return `${'#'.repeat(1 + random.below(6))} ${writeInline(random, depth)}`;
    case 1:
      return writeFence(random);
    case 2:
      return random.below(2) === 0 ? `$$\n${writeTex(random, 0)}\n$$` : `\\[ ${writeTex(random, 0)} \\]`;
    case 3:
      return writeTable(random);
    case 4:
      return `[${random.pick(['a', '^1', 'b'])}]: ${writeAddress(random)}`;
    case 6:
      return prefixLines(writeBlocks(random, depth + 1), '> ', '> ');
    case 7:
      return prefixLines(writeBlocks(random, depth + 1), '- ', '  ');
    case 8:
      return prefixLines(writeBlocks(random, depth + 1), '1. ', '   ');
    default:
      return writeInline(random, depth);
  }
}

function prefixLines(text: string, first: string, others: string): string {
  return first + text.replaceAll('\n', `\n${others}`);
}

function writeInline(random: Random, depth: number): string {
  return Array.from({ length: 1 + random.below(6) }, () => writeSpan(random, depth)).join(
    random.pick([' ', '', ' ']),
  );
}

function writeSpan(random: Random, depth: number): string {
  const inner = () => (depth < deepest ? writeInline(random, depth + 1) : 'word');
  switch (random.below(11)) {
    case 0:
      return random.pick(dictionary).replaceAll('\n', ' ');
    case 1:
      return `**${inner()}**`;
    case 2:
      return `_${inner()}_`;
    case 3:
      return `[${inner()}](${writeAddress(random)})`;
    case 4:
      return `![${inner()}](${writeAddress(random)})`;
    case 5:
      return `\`${random.pick(['\\n', 'a\\nb', '<b>', '$x$', '"\\n\\n"'])}\``;
    case 6:
      return random.pick([
        `$${writeTex(random, 0)}$`,
        `\\(${writeTex(random, 0)}\\)`,
        '$5 and $10',
        '[^1]',
        '[a]',
      ]);
    case 7:
      return `<${random.pick(['sub', 'sup', 'b', 'script', 'img src=x onerror=y', '!--', 'a href="javascript:x"'])}>`;
    default:
      return random.pick(['word', 'nu', 'the notes', "isn't", 'x_1', 'a\\nb', '1.5 km', '漢字', '\u{1F600}']);
  }
}

function writeAddress(random: Random): string {
  return random.pick([
    'https://example.org/a_b',
    '/learn/physics/questions/x',
    'javascript:alert(1)',
    '<java script:x>',
    '//e.org',
    '/&#9;/e.org',
    '#a',
    'mailto:a@b.co',
    'data:text/html,x',
    '$x$',
    '<$a b$>',
    '/%E0%A4%A',
    'x "title"',
  ]);
}

const languages = 'js python c cpp html bash ruby lua haskell tex sql yaml text x go rust php'.split(' ');

function writeFence(random: Random): string {
  const lines = Array.from({ length: 1 + random.below(5) }, () =>
    random.pick([
      'puts("\\n");',
      "c = '\\n'",
      'x = """a\\nb"""',
      'cat <<EOF',
      'EOF',
      "// it's",
      '# "x',
      '/* a',
      '\\nabla',
      '`${x}\\n`',
      'R"(\\n)"',
      '</code><script>',
      '$x$',
      random.pick(dictionary),
    ]),
  );
  return `\`\`\`${random.pick(languages)}\n${lines.join('\n')}\n\`\`\``;
}

function writeTable(random: Random): string {
  const columns = 1 + random.below(4);
  const row = () => `| ${Array.from({ length: columns }, () => writeSpan(random, deepest)).join(' | ')} |`;
  return [row(), `|${'---|'.repeat(columns)}`, row(), row()].join('\n');
}

function writeTex(random: Random, depth: number): string {
  const inner = () => (depth < deepest ? writeTex(random, depth + 1) : 'x');
  const parts = Array.from({ length: 1 + random.below(3) }, () => {
    switch (random.below(8)) {
      case 0:
        return `\\frac{${inner()}}{${inner()}}`;
      case 1:
        return `{${inner()}}^{${inner()}}`;
      case 2:
        return `\\begin{matrix} ${inner()} & ${inner()} \\\\ ${inner()} \\end{matrix}`;
      case 3:
        return `\\left( ${inner()} \\right)`;
      case 4:
        return `\\text{${random.pick(['if', '<b>', '$x$', 'a\\nb'])}}`;
      case 5:
        return random.pick([
          '\\nu',
          '\\neq',
          '\\nabla',
          '\\n x',
          '\\def\\a{x}',
          '\\href{javascript:x}{y}',
          '\\color{red}',
        ]);
      case 6:
        return random.pick(dictionary);
      default:
        return random.pick(['x', 'a_1', '+', '= 2', '<', '\\alpha']);
    }
  });
  return parts.join(' ');
}
