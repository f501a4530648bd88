import { expect, test } from 'vitest';

import { decodeCode } from './decode';

/** Code that must not change if every newline is encoded as backslash-n and then decoded. */
const kept: [language: string, name: string, code: string][] = [
  ['c', 'apostrophes in comments', '// don\'t\nprintf("it\'s done\\n");\n/* it\'s\n fine */\nputs("\\n");'],
  ['c', 'characters', "if (c == '\\n' || c == '\\'') n++;\nnext();"],
  ['c', 'a line that ends with a string', 'char *s = "one\\n"\n          "two\\n";\nnext = 1;'],
  ['cpp', 'a raw string', 'auto r = R"(\\d+\\n)";\nint n;'],
  ['python', 'both quotes', 'print("it\'s\\n")\nprint(\'say "hi"\\n\')\nnext(n)'],
  ['python', 'a docstring', 'def f(n):\n    """Doc.\n\n    Don\'t stop.\n    """\n    return "\\n".join(n)'],
  ['python', 'prefixes', "p = re.compile(r'\\n+')\nb = b'\\n'\nf = f\"{n}\\n\"\nn = 1"],
  ['javascript', 'templates', "log(`${n}\\n`);\nconst h = `\n  <p>don't</p>\n`;\nnext();"],
  ['javascript', 'regular expressions', 'a.split(/\\r?\\n/);\nb = c / d;\nnew N(e / f);'],
  ['jsx', 'text in markup', "<p>Don't</p>\n<p>Won't</p>\n{names.join('\\n')}"],
  ['bash', 'both quotes', 'echo -e "it\'s\\n"\nprintf \'%s\\n\' "$n"\n# don\'t\nnext'],
  ['bash', 'continued lines', 'docker run \\\n  --name n \\\n  nginx'],
  ['bash', 'a here-document', 'cat <<\'EOF\'\nit\'s "fine\nEOF\necho "\\n"'],
  ['bash', 'a program in quotes', 'awk \'\n  { printf "%s\\n", $1 }\n\' names\nnext'],
  ['java', 'a text block', 'String s = """\n    one\n    two\n    """;\nchar n = \'\\n\';'],
  ['sql', 'doubled quotes', "SELECT 'it''s', E'\\n'\nFROM n -- don't\nWHERE a = 'b'"],
  ['rust', 'lifetimes', 'fn f<\'a>(n: &\'a str) {\n    println!("{n}\\n");\n}'],
  ['haskell', 'lambdas and primes', "f' = map (\\n -> n + 1)\nmain = putStr \"\\n\"\nnext = 'n'"],
  ['matlab', 'transposes', "B = A';\nfprintf('%d\\n', B');\nnext = 1;"],
  ['latex', 'commands', '\\nabla f \\neq 0 \\\\\nnext\n\\newcommand{\\n}{x}'],
  ['json', 'strings', '{\n  "a": "one\\ntwo",\n  "b": ["\\n"]\n}'],
  ['text', 'quotes in output', '"Hello"\n"World"\nit\'s\n5" disk'],
  ['', 'an unnamed language', 'print("a\\n")\nit\'s "fine"\nprint(\'b\\n\', x)'],
  ['vbnet', 'comments that begin with an apostrophe', "' don't\nDim n = \"x\"\n' next"],
];

test.each(kept)('%s: %s', (language, _, code) => {
  expect(decodeCode(code.replaceAll('\n', '\\n'), language)).toBe(code);
});

test('a quotation mark without a closing one does not begin a string', () => {
  expect(decodeCode('print("a\\nnext\\n', 'python')).toBe('print("a\nnext\n');
});
