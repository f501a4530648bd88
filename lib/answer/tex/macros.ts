import {
  expandTo,
  expandToTex,
  readOptional,
  readTokens,
  texOf,
  tokenLike,
  type Expander,
  type Macro,
} from './expander';

/** A sign that stands for itself in text, and in text within math. */
const sign = (character: string) => `\\TextOrMath{${character}}{\\text{${character}}}`;

/** Macros in TeX, by what defines the commands in LaTeX, or in MathJax. A backslash goes before each name. */
const inTex: Record<string, Record<string, string>> = {
  'LaTeX and plain TeX, as the base of MathJax has them': {
    mbox: '\\TextOrMath{\\text}{\\hbox}',
    ensuremath: '#1',
    pmatrix: '\\begin{pmatrix}#1\\end{pmatrix}',
    cases: '\\begin{cases}#1\\end{cases}',
    eqalign: '\\begin{aligned}#1\\end{aligned}',
    displaylines: '\\begin{gathered}#1\\end{gathered}',
    hfil: '\\relax ',
    hfill: '\\relax ',
    mspace: '\\mskip#1\\relax ',
    strut: '\\mathstrut ',
    joinrel: '\\mathrel{\\mkern-3mu}',
    mit: '\\it ',
    scr: '\\mathscr ',
    slash: '/',
    noindent: '\\relax ',
    framebox: '\\fbox{#1}',
    i: '\\imath ',
    j: '\\jmath ',
    textsl: '\\textit{#1}',
    textsuperscript: '\\TextOrMath{$^{\\text{#1}}$}{^{\\text{#1}}}',
    textsubscript: '\\TextOrMath{$_{\\text{#1}}$}{_{\\text{#1}}}',
    textunderscore: '\\TextOrMath{\\_}{\\text{\\_}}',
    textbackslash: '\\TextOrMath{$\\backslash$}{\\backslash}',
    textquotedblleft: sign('“'),
    textquotedblright: sign('”'),
    textquoteleft: sign('‘'),
    textquoteright: sign('’'),
    textellipsis: sign('…'),
    textendash: sign('–'),
    textemdash: sign('—'),
  },
  'amsmath and mathtools': {
    intertext: '\\text{#1}\\\\',
    shortintertext: '\\text{#1}\\\\',
    cramped: '#1',
    MoveEqLeft: '\\relax ',
    Aboxed: '\\boxed{#1}',
    adjustlimits: '\\relax ',
    overunderset: '\\overset{#1}{\\underset{#2}{#3}}',
    lBrack: '\\llbracket ',
    rBrack: '\\rrbracket ',
    shoveleft: '#1',
    shoveright: '#1',
  },
  'bbm, dsfont and bbold': {
    mathds: '\\mathbb{#1}',
    mathbbm: '\\mathbb{#1}',
    mathbbmss: '\\mathbb{#1}',
    mathbbmtt: '\\mathbb{#1}',
    mathbbold: '\\mathbb{#1}',
  },
  booktabs: {
    toprule: '\\hline ',
    midrule: '\\hline ',
    bottomrule: '\\hline ',
  },
  'unicode-math': {
    mathup: '\\mathrm{#1}',
    symup: '\\mathrm{#1}',
    symbf: '\\mathbf{#1}',
    symit: '\\mathit{#1}',
    symbb: '\\mathbb{#1}',
    symcal: '\\mathcal{#1}',
    mathbfit: '\\boldsymbol{#1}',
    adots: '\\iddots ',
    udots: '\\iddots ',
  },
  'gensymb and textcomp': {
    celsius: sign('°C'),
    ohm: sign('Ω'),
    micro: sign('µ'),
    perthousand: sign('‰'),
    textperthousand: sign('‰'),
    textdegree: sign('°'),
    textcelsius: sign('°C'),
    textohm: sign('Ω'),
    textmu: sign('µ'),
    texteuro: sign('€'),
    cents: sign('¢'),
    textcent: sign('¢'),
    texttimes: sign('×'),
    textpm: sign('±'),
  },
  units: {
    unitfrac: '\\nicefrac{\\text{#1}}{\\text{#2}}',
  },
  physics: {
    arcsec: '\\operatorname{arcsec}',
    arccsc: '\\operatorname{arccsc}',
    arccot: '\\operatorname{arccot}',
    sech: '\\operatorname{sech}',
    csch: '\\operatorname{csch}',
    asin: '\\operatorname{asin}',
    acos: '\\operatorname{acos}',
    atan: '\\operatorname{atan}',
  },
};

/** Macros that TeX alone cannot write, by what defines the commands. */
const inCode: Record<string, Record<string, Exclude<Macro, string>>> = {
  'plain TeX, as the base of MathJax has it': {
    root: (expander) => {
      const index = texOf(readUntil(expander, '\\of'));
      return expandToTex(`\\sqrt[${index}]{${texOf(readTokens(expander))}}`);
    },
    buildrel: (expander) => {
      const above = texOf(readUntil(expander, '\\over'));
      return expandToTex(`\\mathrel{\\overset{${above}}{${texOf(readTokens(expander))}}}`);
    },
    skew: (expander) => {
      readTokens(expander);
      return expandTo([...readTokens(expander), ...grouped(expander)]);
    },
  },
  'nicefrac and xfrac': {
    nicefrac: slantedFraction,
    sfrac: slantedFraction,
    xfrac: slantedFraction,
  },
  'MathJax alone': {
    require: (expander) => {
      readTokens(expander);
      return expandTo([]);
    },
    class: withoutFirst,
    cssId: withoutFirst,
    bbox: (expander) => {
      const hasBorder = readOptional(expander)?.includes('border') === true;
      const content = texOf(readTokens(expander));
      return expandToTex(hasBorder ? `\\boxed{${content}}` : `{${content}}`);
    },
    unicode: (expander) => {
      readOptional(expander);
      const { start } = { start: expander.future() };
      const code = texOf(readTokens(expander)).trim();
      const number = /^x[\da-f]+$/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
      const isCharacter = Number.isInteger(number) && number >= 0x20 && number <= 0x10ffff;
      return isCharacter ? expandToTex(`\\char${number}`) : expandTo([tokenLike(start, '\\unicode', true)]);
    },
  },
};

/** Commands that Temml does not know, or knows with less, as macros of those that it knows. */
export const macros: ReadonlyMap<string, Macro> = new Map(
  [...Object.values(inTex), ...Object.values(inCode)]
    .flatMap((commands): [string, Macro][] => Object.entries(commands))
    .map(([name, macro]) => [`\\${name}`, macro]),
);

/** Of whole numbers the fraction is set as characters; of others, it is a power, a slash and an index. */
function slantedFraction(expander: Expander): ReturnType<typeof expandTo> {
  readOptional(expander);
  const start = expander.future();
  const [above, below] = [texOf(readTokens(expander)), texOf(readTokens(expander))];
  if (!/^\d+$/.test(above) || !/^\d+$/.test(below))
    return expandToTex(`{{}^{${above}}\\mkern-2mu/\\mkern-1mu{}_{${below}}}`);
  const token = (text: string) => tokenLike(start, text);
  return expandTo([tokenLike(start, '\\sfrac', true), ...Array.from(`{${above}}{${below}}`, token)]);
}

/** What only styles and scripts of a page would make use of is left out. */
function withoutFirst(expander: Expander): ReturnType<typeof expandTo> {
  readTokens(expander);
  return expandTo(grouped(expander));
}

function grouped(expander: Expander): ReturnType<typeof readTokens> {
  const start = expander.future();
  return [tokenLike(start, '{'), ...readTokens(expander), tokenLike(start, '}')];
}

function readUntil(expander: Expander, end: string): ReturnType<typeof readTokens> {
  return expander.consumeArg([end]).tokens.toReversed();
}
