import fc, { type Arbitrary } from 'fast-check';

/**
 * Encodes Markdown as the source library did: every newline becomes backslash-n, and nothing else is escaped.
 */
export function encodeAnswer(markdown: string): string {
  return markdown.replaceAll('\n', '\\n');
}

const from = (...choices: string[]) => fc.constantFrom(...choices);
const some = (part: Arbitrary<string>, min: number, max: number, separator: string) =>
  fc.array(part, { minLength: min, maxLength: max }).map((parts) => parts.join(separator));
const joined = (...parts: Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''));
const indent = (text: string, by: string) => text.replace(/\n(?=[^\n])/g, `\n${by}`);

const word = from(
  ...'energy a the never notes nu new number not equal net snake_case it’s don’t isn’t "quoted" (aside) e-mail 1.5 km 20% Ohm’s'.split(
    ' ',
  ),
  'Array<string>',
  'a < b',
  '{curly}',
  '`\\n`',
  '`"a\\nb"`',
  '`printf("\\n\\n")`',
  '`node.next`',
  'https://example.org/notes',
  '**bold**',
  '*nice*',
  '[a link](/learn/physics/questions/what-is-light)',
);
/** Texts in which a literal backslash-n cannot be distinguished from a newline. */
const undecidable = from('C:\\new', '\\n');
const money = from(
  '$5 and $10',
  '$1,000',
  '$200 left spends $50 on food, $30 on',
  '($4–$7)',
  'US$3',
  '$0.99',
);

const variable = from(...'a b c e f h i m n p q s t u v x y z'.split(' '));
const texAtom = fc.oneof(
  { weight: 6, arbitrary: variable },
  {
    weight: 3,
    arbitrary: from(
      '\\alpha',
      '\\nabla f',
      'h\\nu',
      '\\frac{1}{n}',
      '\\sqrt{2}',
      'x_1',
      'x^{2}',
      '\\mathbf{n}',
    ),
  },
  {
    weight: 1,
    arbitrary: from('\\text{if } n > 0', '\\{1, 2\\}', '\\left( a \\right)', '|x|', '\\not\\subset'),
  },
);
const texRelation = from(' = ', ' \\neq ', ' \\ne ', ' \\notin ', ' < ', ' \\leq ', ' + ', ' \\cdot ', ' - ');
const tex = fc
  .tuple(texAtom, fc.array(fc.tuple(texRelation, texAtom), { maxLength: 4 }))
  .map(([first, rest]) => first + rest.map(([relation, atom]) => relation + atom).join(''));
const inlineMath = fc.oneof(
  tex.map((body) => `$${body}$`),
  tex.map((body) => `$ ${body} $`),
  tex.map((body) => `\\(${body}\\)`),
  tex.map((body) => `\\( ${body} \\)`),
);
const aligned = fc
  .tuple(from('aligned', 'align*', 'cases'), fc.array(tex, { minLength: 1, maxLength: 4 }))
  .map(
    ([name, rows]) =>
      `\\begin{${name}}\n${rows.map((row) => row.replace(' = ', ' &= ')).join(' \\\\\n')}\n\\end{${name}}`,
  );
const matrix = fc
  .array(fc.tuple(variable, variable), { minLength: 2, maxLength: 3 })
  .map((rows) => `\\begin{pmatrix} ${rows.map((row) => row.join(' & ')).join(' \\\\ ')} \\end{pmatrix}`);
const continued = fc.tuple(tex, tex).map(([first, second]) => `${first}\n= ${second}`);
/** Lines of a formula without `\\\\` between them, the second of which may begin like the rest of a command. */
const bareLines = fc.tuple(tex, variable, tex).map(([first, name, rest]) => `${first}\n${name} = ${rest}`);
const display = (isHard: boolean) => {
  const displayBody = fc.oneof(
    { weight: 20, arbitrary: tex },
    { weight: 20, arbitrary: aligned },
    { weight: 10, arbitrary: matrix },
    { weight: 10, arbitrary: continued },
    { weight: isHard ? 1 : 0, arbitrary: bareLines },
  );
  return fc.oneof(
    displayBody.map((body) => `$$\n${body}\n$$`),
    displayBody.map((body) => `\\[\n${body}\n\\]`),
    tex.map((body) => `$$ ${body} $$`),
    tex.map((body) => `$$${body}$$`),
    tex.map((body) => `\\[ ${body} \\]`),
  );
};

const sentences = (isHard: boolean) =>
  fc
    .array(
      fc.oneof(
        { weight: 60_000, arbitrary: word },
        { weight: 15_000, arbitrary: inlineMath },
        { weight: 5000, arbitrary: money },
        { weight: isHard ? 1 : 0, arbitrary: undecidable },
      ),
      { minLength: 3, maxLength: 14 },
    )
    .map((words) => `${words.join(' ')}.`);

const inString = from('done\\n', 'a\\tb\\n', '\\nnext', "it's %d\\n", 'x\\n\\ny', '', 'plain', 'C:\\\\new');
const inSingle = from('done\\n', '\\n', 'a\\nb', 'say \\"hi\\"\\n', '', 'plain');
const comment = from("don't stop here", 'prints one line', 'a "word" here', 'next: new names', 'it’s n = 3');

const cLine = fc.oneof(
  inString.map((text) => `printf("${text}", n);`),
  comment.map((text) => `// ${text}`),
  comment.map((text) => `/* ${text} */`),
  from("char c = '\\n';", "if (c == '\\'' || c != '\\n') n++;", 'int next = new_value;', '', 'names[n] = 0;'),
);
const pythonLine = fc.oneof(
  inString.map((text) => `print("${text}")`),
  inSingle.map((text) => `print('${text}', end='\\n')`),
  inString.map((text) => `name = f"{n}${text}"`),
  comment.map((text) => `# ${text}`),
  from(
    "lines = text.split('\\n')",
    "pattern = r'\\n+'",
    'def name(n):\n    """Counts names.\n\n    Doesn\'t stop.\n    """\n    return n',
    'for n in numbers:\n    next(n)',
    '',
  ),
);
const javascriptLine = fc.oneof(
  inString.map((text) => `console.log("${text}");`),
  inSingle.map((text) => `const name = '${text}';`),
  inSingle.map((text) => `console.log(\`${text}\${n}\\n\`);`),
  comment.map((text) => `// ${text}`),
  from(
    'const list = text.split(/\\r?\\n/);',
    "names.join('\\n');",
    'const html = `\n  <p class="n">${name}</p>\n`;',
    'let next = n / 2;',
    '',
  ),
);
const shellLine = fc.oneof(
  inString.map((text) => `echo -e "${text}"`),
  from(
    'printf \'%s\\n\' "$name"',
    "# don't run this twice",
    'docker run \\\n  --name new \\\n  nginx',
    'awk \'{ print $1 "\\n" }\' names.txt',
    "tr '\\n' ' ' < notes",
    "cat <<EOF\nIt's a note.\nEOF",
    '',
  ),
);
const javaLine = fc.oneof(
  inString.map((text) => `System.out.print("${text}");`),
  comment.map((text) => `// ${text}`),
  from("char newline = '\\n';", 'String s = """\n    one\n    two\n    """;', 'int n = names.length;', ''),
);
const sqlLine = from(
  "SELECT name FROM users WHERE note = 'it''s'",
  "-- don't forget the index",
  "SELECT REPLACE(note, '\\n', ' ')",
  'ORDER BY n;',
  '',
);
const rustLine = fc.oneof(
  inString.map((text) => `println!("${text}");`),
  from("fn name<'a>(n: &'a str) -> &'a str { n }", "let c = '\\n';", "// it's borrowed", ''),
);
const jsonLine = from('{ "note": "one\\ntwo", "n": 1 }', '"names": ["a", "b\\n"],', '{', '}', '"next": null');
const yamlLine = from('name: new', 'note: "one\\ntwo"', "# don't", "it's: 'fine'", 'list:\n  - n', '');
const goLine = fc.oneof(
  inString.map((text) => `fmt.Printf("${text}", n)`),
  from("r := '\\n'", '// it’s new', 'q := `\n\tSELECT n\n\tFROM names\n`', 'for n := range names {', '}'),
);
const haskellLine = from(
  'double = map (\\n -> n * 2)',
  'main = putStr "done\\n"',
  "-- it's pure",
  "newline = '\\n'",
  "names' = names",
);
const latexLine = from('\\nabla f \\neq 0 \\\\', 'n = 1', '% not shown', '\\newcommand{\\n}{x}', '');
const textLine = from('Name: n', "it's", '"Hello"', '"World"', '  next', '', '1 2 3', '5" disk');

const code = fc
  .oneof(
    ...(
      [
        ['c', cLine],
        ['cpp', cLine],
        ['python', pythonLine],
        ['javascript', javascriptLine],
        ['bash', shellLine],
        ['java', javaLine],
        ['sql', sqlLine],
        ['rust', rustLine],
        ['json', jsonLine],
        ['yaml', yamlLine],
        ['go', goLine],
        ['haskell', haskellLine],
        ['latex', latexLine],
        ['text', textLine],
        ['', cLine],
        ['', pythonLine],
        ['', textLine],
      ] as const
    ).map(([language, line]) => fc.tuple(fc.constant(language), some(line, 1, 6, '\n'))),
  )
  .map(([language, lines]) => `\`\`\`${language}\n${lines}\n\`\`\``);

const cell = fc.oneof(word, inlineMath, from('', 'n', '$5', '`\\n`')).filter((text) => !text.includes('|'));
const table = fc
  .array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 })
  .map((rows) =>
    [['Name', 'Next'], ['---', ':-:'], ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
  );

const heading = joined(
  from('## ', '### ', '#### '),
  from('Definition', 'Next steps', 'When $n = 0$', 'Notes'),
);

const lists = (sentence: Arbitrary<string>, displayMath: Arbitrary<string>) => {
  const nested = fc
    .tuple(sentence, fc.array(sentence, { maxLength: 3 }))
    .map(([first, items]) => [first, ...items.map((item) => `   - ${item}`)].join('\n'));
  const withBlock = fc
    .tuple(sentence, fc.oneof(code, displayMath))
    .map(([first, block]) => `${first}\n   ${indent(block, '   ')}`);
  const item = fc.oneof({ weight: 3, arbitrary: sentence }, nested, withBlock);
  return fc
    .tuple(fc.boolean(), from('\n', '\n\n'), fc.array(item, { minLength: 1, maxLength: 4 }))
    .map(([isOrdered, gap, items]) =>
      items.map((text, index) => `${isOrdered ? `${index + 1}.` : '- '} ${text}`).join(gap),
    );
};

/**
 * Answers in Markdown like those of the source library: prose, lists, code, formulas, tables, amounts of
 * money.
 *
 * @param isHard whether some answers contain ambiguous text: a literal backslash-n in prose, or a line of a
 * formula that begins like the rest of a command
 */
export function sampleAnswers(isHard: boolean): Arbitrary<string> {
  const sentence = sentences(isHard);
  const displayMath = display(isHard);
  const block = fc.oneof(
    { weight: 5, arbitrary: some(sentence, 1, 3, ' ') },
    { weight: 2, arbitrary: heading },
    { weight: 2, arbitrary: lists(sentence, displayMath) },
    { weight: 2, arbitrary: code },
    { weight: 2, arbitrary: displayMath },
    { weight: 1, arbitrary: table },
    { weight: 1, arbitrary: sentence.map((text) => `> ${text}\n> ${text}`) },
  );
  return some(block, 1, 8, '\n\n');
}
