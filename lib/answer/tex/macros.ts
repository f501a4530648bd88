import {
  expandTo,
  expandToTex,
  readOptional,
  readTokens,
  texOf,
  tokenLike,
  type Expander,
  type Macro,
  type Token,
} from './expander';

/** A character that is the same in text and in math. */
const sign = (character: string) => `\\TextOrMath{${character}}{\\text{${character}}}`;

/** Commands of textcomp by the rest of their names, each followed by its sign. */
function signs(table: string): Record<string, string> {
  const words = table.split(' ');
  return Object.fromEntries(
    words.flatMap((word, index) => (index % 2 === 0 ? [[`text${word}`, sign(words[index + 1] ?? '')]] : [])),
  );
}

/** Macros in TeX, grouped by the package that defines the commands. Names are without a backslash. */
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
    '*': '*',
    hfilll: '\\relax ',
    nonscript: '\\relax ',
    stackbin: '\\mathbin{\\overset{#1}{#2}}',
    lefteqn: '\\rlap{\\displaystyle{#1}}',
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
    mathmbox: '{#1}',
    splitfrac: '\\genfrac{}{}{0pt}{1}{#1}{#2}',
    splitdfrac: '\\genfrac{}{}{0pt}{0}{#1}{#2}',
    crampedsubstack: '\\substack{#1}',
    crampedllap: '\\mathllap{#1}',
    crampedrlap: '\\mathrlap{#1}',
    crampedclap: '\\mathclap{#1}',
    vdotswithin: '\\vdots ',
    shortvdotswithin: '\\vdots ',
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
    symrm: '\\mathrm{#1}',
    symbf: '\\mathbf{#1}',
    symbfup: '\\mathbf{#1}',
    symit: '\\mathit{#1}',
    symnormal: '\\mathnormal{#1}',
    symbfit: '\\boldsymbol{#1}',
    symbb: '\\mathbb{#1}',
    symcal: '\\mathcal{#1}',
    symscr: '\\mathscr{#1}',
    symfrak: '\\mathfrak{#1}',
    symsf: '\\mathsf{#1}',
    symsfup: '\\mathsf{#1}',
    symtt: '\\mathtt{#1}',
    mathsfup: '\\mathsf{#1}',
    mathbfup: '\\mathbf{#1}',
    mathbfit: '\\boldsymbol{#1}',
    mathbfcal: '\\boldsymbol{\\mathcal{#1}}',
    mathbfscr: '\\boldsymbol{\\mathscr{#1}}',
    mathbffrak: '\\boldsymbol{\\mathfrak{#1}}',
    mathbfsf: '\\boldsymbol{\\mathsf{#1}}',
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
    angstrom: sign('Å'),
  },
  textcomp: signs(
    'times × pm ± div ÷ minus − lnot ¬ surd √ mho ℧ fractionsolidus ⁄ onehalf ½ onequarter ¼ threequarters ¾ ' +
      'onesuperior ¹ twosuperior ² threesuperior ³ ordfeminine ª ordmasculine º bullet • openbullet ◦ ' +
      'asteriskcentered ∗ periodcentered · paragraph ¶ section § dagger † daggerdbl ‡ copyright © registered ® ' +
      'trademark ™ servicemark ℠ numero № estimated ℮ sterling £ yen ¥ won ₩ lira ₤ dong ₫ peso ₱ naira ₦ ' +
      'currency ¤ florin ƒ pertenthousand ‱ leftarrow ← rightarrow → uparrow ↑ downarrow ↓ langle ⟨ rangle ⟩ ' +
      'lbrackdbl ⟦ rbrackdbl ⟧ bar | bardbl ‖ brokenbar ¦ less < greater > interrobang ‽ referencemark ※ ' +
      'musicalnote ♪ exclamdown ¡ questiondown ¿ visiblespace ␣',
  ),
  upgreek: Object.fromEntries(
    'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega varepsilon vartheta varpi varrho varsigma varphi'
      .split(' ')
      .map((name) => [name.startsWith('v') ? `up${name}` : `Up${name.toLowerCase()}`, `\\mathrm{\\${name}}`]),
  ),
  centernot: {
    centernot: '\\not ',
  },
  'color, in LaTeX since 2022': {
    mathcolor: '\\textcolor{#1}{#2}',
  },
  'mhchem, in MathJax 2': {
    cf: '\\ce{#1}',
    cee: '\\ce{#1}',
  },
  slashed: {
    slashed: '\\not{#1}',
  },
  'amsthm, and what is written for known commands': {
    qed: '\\square ',
    qedsymbol: '\\square ',
    EuScript: '\\mathscr{#1}',
    hdots: '\\ldots ',
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

/** Macros that cannot be written in TeX, grouped by package. */
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
    leftroot: readAndDrop,
    uproot: readAndDrop,
    hskip: skipGlue,
    cfrac: (expander) => {
      readOptional(expander);
      return expandTo([tokenLike(expander.future(), '\\cfrac', true)]);
    },
    Rule: (expander) => {
      const [width, height] = readThree(expander);
      return expandToTex(`\\rule{${width}}{${height}}`);
    },
    Space: (expander) => expandToTex(`\\hspace{${readThree(expander)[0]}}`),
    skew: (expander) => {
      readTokens(expander);
      return expandTo([...readTokens(expander), ...grouped(expander)]);
    },
  },
  'amsmath, before arrows that are macros': {
    not: (expander) => {
      const start = expander.future();
      const arrow = longArrows.get(start.text);
      if (arrow === undefined) return expandTo([tokenLike(start, '\\not', true)]);
      expander.popToken();
      return expandToTex(`\\;\\not${arrow}\\;`);
    },
  },
  enclose: { enclose },
  hyperref: {
    href: withoutFirst,
    url: (expander) => {
      const start = expander.future();
      const address = readTokens(expander).flatMap((token) => addressTokens(token));
      return expandTo([tokenLike(start, '\\text'), tokenLike(start, '{'), ...address, tokenLike(start, '}')]);
    },
  },
  array: {
    multicolumn: (expander) => {
      const start = expander.future();
      const count = texOf(readTokens(expander)).trim();
      readTokens(expander);
      return expandTo(count === '1' ? grouped(expander) : [tokenLike(start, '\\multicolumn', true)]);
    },
  },
  'nicefrac and xfrac': {
    nicefrac: slantedFraction,
    sfrac: slantedFraction,
    xfrac: slantedFraction,
  },
  'MathJax alone': {
    require: readAndDrop,
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

/** Commands that Temml lacks or supports only partly, as macros of commands that it supports. */
export const macros: ReadonlyMap<string, Macro> = new Map(
  [...Object.values(inTex), ...Object.values(inCode)]
    .flatMap((commands): [string, Macro][] => Object.entries(commands))
    .map(([name, macro]) => [`\\${name}`, macro]),
);

/**
 * A fraction of whole numbers becomes Unicode characters; any other becomes a superscript, a slash and a
 * subscript.
 */
function slantedFraction(expander: Expander): ReturnType<typeof expandTo> {
  readOptional(expander);
  const start = expander.future();
  const [above, below] = [texOf(readTokens(expander)), texOf(readTokens(expander))];
  if (!/^\d+$/.test(above) || !/^\d+$/.test(below))
    return expandToTex(`{{}^{${above}}\\mkern-2mu/\\mkern-1mu{}_{${below}}}`);
  const token = (text: string) => tokenLike(start, text);
  return expandTo([tokenLike(start, '\\sfrac', true), ...Array.from(`{${above}}{${below}}`, token)]);
}

/** A character of an address as text. In text, two hyphens would be one dash, and a tilde would be a space. */
function addressTokens(token: Token): Token[] {
  if (token.text === '~') return [tokenLike(token, '\\textasciitilde')];
  if (token.text === '$') return [tokenLike(token, '\\$')];
  return /^[-'`]$/.test(token.text) ? [token, tokenLike(token, '{'), tokenLike(token, '}')] : [token];
}

const longArrows = new Map([
  ['\\iff', '\\Longleftrightarrow '],
  ['\\implies', '\\Longrightarrow '],
  ['\\impliedby', '\\Longleftarrow '],
]);

/** The command for each notation of `\enclose`. Other notations, such as a circle, have no command. */
const enclosures = new Map([
  ['box', '\\boxed'],
  ['top', '\\overline'],
  ['bottom', '\\underline'],
  ['longdiv', '\\longdiv'],
  ['actuarial', '\\angl'],
  ['radical', '\\sqrt'],
  ['horizontalstrike', '\\sout'],
  ['updiagonalstrike', '\\cancel'],
  ['downdiagonalstrike', '\\bcancel'],
]);

/** `\enclose{notations}[attributes]{…}`. The attributes, which only change colours and lines, are ignored. */
function enclose(expander: Expander): ReturnType<typeof expandTo> {
  const start = expander.future();
  const commands = texOf(readTokens(expander))
    .trim()
    .split(/[\s,]+/)
    .map((notation) => enclosures.get(notation));
  readOptional(expander);
  let content = texOf(readTokens(expander));
  for (const command of commands) {
    if (command === undefined) return expandTo([tokenLike(start, '\\enclose', true)]);
    content = `${command}{${content}}`;
  }
  return expandToTex(content);
}

function readThree(expander: Expander): [string, string, string] {
  const next = () => texOf(readTokens(expander));
  return [next(), next(), next()];
}

/** The space of `\hskip`. Stretch and shrink are ignored. */
function skipGlue(expander: Expander): ReturnType<typeof expandTo> {
  const tokens = [tokenLike(expander.future(), '\\hskip', true), ...popLength(expander)];
  for (const word of ['plus', 'minus']) {
    expander.consumeSpaces();
    const read: Token[] = [];
    while (read.length < word.length && expander.future().text === word.charAt(read.length))
      read.push(expander.popToken());
    if (read.length === word.length) popLength(expander);
    else tokens.push(...read);
  }
  return expandTo(tokens);
}

/** A number and its unit: two letters, or `fil`, `fill` or `filll`. */
function popLength(expander: Expander): Token[] {
  const tokens: Token[] = [];
  while (/^[\s\d.,+-]$/.test(expander.future().text)) tokens.push(expander.popToken());
  let unit = '';
  while (/^[a-z]$/.test(expander.future().text)) {
    const { text } = expander.future();
    if (unit.length > 1 && !/^fil{0,2}l$/.test(unit + text)) break;
    unit += text;
    tokens.push(expander.popToken());
  }
  return tokens;
}

function readAndDrop(expander: Expander): ReturnType<typeof expandTo> {
  readTokens(expander);
  return expandTo([]);
}

/** Ignores an argument that only style sheets and scripts would use. */
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
