/** The syntax of a language, as far as needed to find its comments and string literals. */
export interface Syntax {
  /** Marks that begin a comment up to the end of the line. */
  lineComments?: readonly string[];
  blockComments?: readonly (readonly [open: string, close: string])[];
  strings?: readonly StringSyntax[];
  /** `'x'` is a character literal; other apostrophes do not open a string. */
  characters?: boolean;
  /** `/…/` in the position of a value is a regular expression. */
  regularExpressions?: boolean;
  /** `<<EOF` begins text that ends with a line `EOF`. */
  hereDocuments?: boolean;
  /** A quote opens a string only in the position of a value, because not enough of the language is known. */
  onlyWhereValuesStand?: boolean;
  /** Backslash-n may be the beginning of a TeX command. */
  commands?: boolean;
  /** Backslash-n may be the beginning of a lambda `\n -> …`. */
  lambdas?: boolean;
}

export interface StringSyntax {
  open: string;
  close: string;
  /** Whether a backslash escapes the next character. */
  escapes: boolean;
  /** Whether the literal may span lines: never, sometimes (depending on its text), or always. */
  lines: 'one' | 'sometimes' | 'many';
}

function quote(mark: string, rest: Partial<StringSyntax> = {}): StringSyntax {
  return { open: mark, close: mark, escapes: true, lines: 'one', ...rest };
}

const double = quote('"');
const single = quote("'");
const both = [double, single];
const many = (mark: string) => quote(mark, { lines: 'many' });
const sometimes = (mark: string) => quote(mark, { lines: 'sometimes' });
const literal = (mark: string) => quote(mark, { escapes: false });

const slashes: Syntax = { lineComments: ['//'], blockComments: [['/*', '*/']] };
const c: Syntax = { ...slashes, strings: [double], characters: true };
const cpp: Syntax = {
  ...c,
  strings: [{ open: 'R"(', close: ')"', escapes: false, lines: 'sometimes' }, double],
};
const textBlocks: Syntax = { ...c, strings: [many('"""'), double] };
const csharp: Syntax = {
  ...c,
  strings: [many('"""'), { open: '@"', close: '"', escapes: false, lines: 'sometimes' }, double],
};
const go: Syntax = { ...c, strings: [double, quote('`', { escapes: false, lines: 'sometimes' })] };
const rust: Syntax = {
  ...c,
  strings: [{ open: 'r#"', close: '"#', escapes: false, lines: 'sometimes' }, double],
};
const javascript: Syntax = { ...slashes, strings: [...both, sometimes('`')], regularExpressions: true };
const php: Syntax = { ...slashes, lineComments: ['//', '#'], strings: both };
const python: Syntax = { lineComments: ['#'], strings: [many('"""'), many("'''"), ...both] };
const hash: Syntax = { lineComments: ['#'], strings: both };
const shell: Syntax = {
  lineComments: ['#'],
  strings: [
    { open: "$'", close: "'", escapes: true, lines: 'one' },
    sometimes('"'),
    quote("'", { escapes: false, lines: 'sometimes' }),
  ],
  hereDocuments: true,
};
const sql: Syntax = {
  lineComments: ['--'],
  blockComments: [['/*', '*/']],
  strings: [literal("'"), literal('"')],
};
const haskell: Syntax = {
  lineComments: ['--'],
  blockComments: [['{-', '-}']],
  strings: [double],
  characters: true,
  lambdas: true,
};
const lua: Syntax = {
  lineComments: ['--'],
  blockComments: [['--[[', ']]']],
  strings: [...both, { open: '[[', close: ']]', escapes: false, lines: 'many' }],
};
const ocaml: Syntax = { blockComments: [['(*', '*)']], strings: [double], characters: true };
const fsharp: Syntax = { ...textBlocks, blockComments: [['(*', '*)']] };
const percent: Syntax = { lineComments: ['%'], strings: both };
const lisp: Syntax = { lineComments: [';'], strings: [sometimes('"')] };
const assembly: Syntax = { lineComments: [';', '#'], strings: both };
const basic: Syntax = { lineComments: ["'"], strings: [literal('"')] };
const fortran: Syntax = { lineComments: ['!'], strings: [literal('"'), literal("'")] };
const pascal: Syntax = { lineComments: ['//'], blockComments: [['{', '}']], strings: [literal("'")] };
const tripleQuotes: Syntax = { lineComments: ['#'], strings: [many('"""'), double], characters: true };
const markup: Syntax = { blockComments: [['<!--', '-->']], strings: both, onlyWhereValuesStand: true };
const values: Syntax = { lineComments: ['# '], strings: both, onlyWhereValuesStand: true };
const tex: Syntax = { lineComments: ['%'], commands: true };
const unknown: Syntax = { strings: both, characters: true, onlyWhereValuesStand: true };
const text: Syntax = {};

const byNames: readonly (readonly [names: string, syntax: Syntax])[] = [
  ['c h objc objective-c objectivec arduino glsl hlsl cuda verilog systemverilog proto solidity', c],
  ['cpp c++ cc cxx hpp', cpp],
  ['java kotlin kt scala swift', textBlocks],
  ['groovy dart', { ...textBlocks, strings: [many('"""'), many("'''"), ...both] }],
  ['csharp cs c#', csharp],
  ['go golang', go],
  ['rust rs', rust],
  ['javascript js jsx typescript ts tsx mjs cjs node svelte vue', javascript],
  ['css scss less', { ...slashes, strings: both }],
  ['php', php],
  ['python py python3 ipython pycon', python],
  ['ruby rb', { ...hash, hereDocuments: true, regularExpressions: true }],
  ['perl pl', { ...hash, regularExpressions: true }],
  ['r tcl nim coffeescript makefile make cmake dockerfile docker awk nginx powershell ps1', hash],
  ['julia jl elixir ex graphql gql crystal', tripleQuotes],
  ['bash sh shell zsh fish ksh console shell-session shellsession', shell],
  ['sql mysql postgresql postgres plsql tsql sqlite', sql],
  ['ada vhdl', { ...sql, blockComments: [], characters: true, strings: [literal('"')] }],
  ['json json5 jsonc', { ...slashes, strings: [double] }],
  ['yaml yml ini properties', values],
  ['toml', { ...hash, strings: [many('"""'), many("'''"), ...both] }],
  ['haskell hs elm purescript', haskell],
  ['ocaml ml sml', ocaml],
  ['fsharp fs f#', fsharp],
  ['lua', lua],
  ['matlab octave', percent],
  ['prolog', { ...percent, blockComments: [['/*', '*/']] }],
  ['erlang', { ...percent, strings: [double] }],
  ['lisp common-lisp scheme clojure clj racket elisp emacs-lisp', lisp],
  ['asm assembly nasm x86asm armasm mips', assembly],
  ['vb vbnet vba basic', basic],
  ['fortran', fortran],
  ['pascal delphi', pascal],
  ['html xml svg xhtml', markup],
  ['latex tex', tex],
  ['text txt plaintext plain output log markdown md csv diff none', text],
];

const syntaxes: ReadonlyMap<string, Syntax> = new Map(
  byNames.flatMap(([names, syntax]) => names.split(' ').map((name) => [name, syntax] as const)),
);

/** The syntax of a language by its name after a fence; a cautious default for an unknown one. */
export function syntaxOf(language: string): Syntax {
  return syntaxes.get(language) ?? unknown;
}
