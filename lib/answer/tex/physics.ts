import {
  inMath,
  isGroupNext,
  readArgument,
  readOptional,
  readStar,
  texOf,
  type Expander,
  type Macro,
  type Token,
} from './expander';
import { isNumber, quantityTex } from './siunitx';

/**
 * Commands of the LaTeX package physics (manual, version 1.3). Their arguments may be optional and may have
 * delimiters other than braces. Temml's macros with these names always take the next two or three tokens as
 * arguments.
 */
export const physicsMacros: ReadonlyMap<string, Macro> = new Map<string, Macro>([
  ['\\qty', (expander) => quantity(expander)],
  ['\\quantity', (expander) => quantity(expander)],
  ...both('absolutevalue', 'abs', (expander) => inMath(expander, enclosed(expander, '|', '|'))),
  ['\\norm', (expander) => inMath(expander, enclosed(expander, '\\Vert ', '\\Vert '))],
  ...both('evaluated', 'eval', evaluated),
  ['\\order', (expander) => inMath(expander, `\\mathcal{O}${enclosed(expander, '(', ')', true)}`)],
  ...both('differential', 'dd', differential),
  ...both('derivative', 'dv', (expander) => derivative(expander, '\\mathrm{d}')),
  ...both('partialderivative', 'pdv', (expander) => derivative(expander, '\\partial ')),
  ['\\pderivative', (expander) => derivative(expander, '\\partial ')],
  ...both('functionalderivative', 'fdv', (expander) => derivative(expander, '\\delta ')),
  ['\\fderivative', (expander) => derivative(expander, '\\delta ')],
  ...both('expectationvalue', 'expval', expectation),
  ['\\ev', expectation],
  ...both('outerproduct', 'dyad', outer),
  ...both('ketbra', 'op', outer),
  ['\\braket', braket],
  ...both('vectorbold', 'vb', (expander) => bold(expander, '')),
  ...both('vectorarrow', 'va', (expander) => bold(expander, '\\vec')),
  ...both('vectorunit', 'vu', (expander) => bold(expander, '\\hat')),
  ...both('matrixquantity', 'mqty', (expander) => matrix(expander, 'matrix')),
  ['\\pmqty', (expander) => inMath(expander, matrixTex('pmatrix', readArgument(expander)))],
  ['\\bmqty', (expander) => inMath(expander, matrixTex('bmatrix', readArgument(expander)))],
  ['\\vmqty', (expander) => inMath(expander, matrixTex('vmatrix', readArgument(expander)))],
  ['\\smqty', (expander) => matrix(expander, 'smallmatrix')],
  ['\\flatfrac', (expander) => inMath(expander, `{${readArgument(expander)}}/{${readArgument(expander)}}`)],
]);

type Result = ReturnType<typeof inMath>;

function both(long: string, short: string, macro: (expander: Expander) => Result): [string, Macro][] {
  return [
    [`\\${long}`, macro],
    [`\\${short}`, macro],
  ];
}

const closing = new Map([
  ['(', ')'],
  ['[', ']'],
  ['|', '|'],
]);

/** Reads the next text in parentheses, brackets or bars, with its delimiters. */
function readDelimited(expander: Expander): { open: string; close: string; content: string } | undefined {
  expander.consumeSpaces();
  const open = expander.future();
  const close = closing.get(open.text);
  if (close === undefined) return undefined;
  expander.popToken();
  const content: Token[] = [];
  let groups = 0;
  let depth = 0;
  for (;;) {
    const token = expander.future();
    // `consumeArg` reports the missing token.
    if (token.text === 'EOF' || (token.text === '}' && groups === 0)) expander.consumeArg([close]);
    expander.popToken();
    if (token.text === '{') groups += 1;
    if (token.text === '}') groups -= 1;
    if (groups === 0 && token.text === close && depth === 0) break;
    if (groups === 0 && token.text === open.text) depth += 1;
    if (groups === 0 && token.text === close) depth -= 1;
    content.push(token);
  }
  return { open: open.text, close, content: texOf(content) };
}

/** `\qty(…)` with delimiters that grow with their content. `\qty{1}{\metre}` belongs to siunitx. */
function quantity(expander: Expander): Result {
  readStar(expander);
  if (!isGroupNext(expander)) {
    const delimited = readDelimited(expander);
    if (delimited) return inMath(expander, left(delimited.open, delimited.content, delimited.close));
    return inMath(expander, left('\\{', readArgument(expander), '\\}'));
  }
  const content = readArgument(expander);
  if (isNumber(content) && isGroupNext(expander))
    return inMath(expander, quantityTex(content, { unit: readArgument(expander), before: '' }));
  return inMath(expander, left('\\{', content, '\\}'));
}

/**
 * Encloses the next argument in delimiters.
 *
 * @param isSame whether delimiters around the argument replace the given ones
 */
function enclosed(expander: Expander, open: string, close: string, isSame = false): string {
  readStar(expander);
  const delimited = isGroupNext(expander) ? undefined : readDelimited(expander);
  if (delimited === undefined) return left(open, readArgument(expander), close);
  const content = left(delimited.open, delimited.content, delimited.close);
  return isSame ? content : left(open, content, close);
}

function left(open: string, content: string, close: string): string {
  return `\\left${open}{${content}}\\right${close}`;
}

function evaluated(expander: Expander): Result {
  readStar(expander);
  if (isGroupNext(expander)) return inMath(expander, left('.', readArgument(expander), '|'));
  const opening = expander.future().text;
  if (opening !== '(' && opening !== '[') return inMath(expander, left('.', readArgument(expander), '|'));
  expander.popToken();
  return inMath(expander, left(opening, texOf(expander.consumeArg(['|']).tokens.toReversed()), '|'));
}

function differential(expander: Expander): Result {
  const power = readOptional(expander);
  const d = `\\mathrm{d}${power === undefined ? '' : `^{${power}}`}`;
  if (isGroupNext(expander)) return inMath(expander, `${d}${readArgument(expander)}`);
  const delimited = readDelimited(expander);
  return inMath(expander, delimited ? `${d}${left(delimited.open, delimited.content, delimited.close)}` : d);
}

function derivative(expander: Expander, d: string): Result {
  const isStarred = readStar(expander);
  const power = readOptional(expander);
  const first = readArgument(expander);
  const raised = (by: string | undefined) => (by === undefined || by === '1' ? '' : `^{${by}}`);
  const over = (above: string, below: string) => inMath(expander, `\\frac{${above}}{${below}}`);
  if (!isGroupNext(expander)) {
    const delimited = readDelimited(expander);
    const operator = over(`${d}${raised(power)}`, `${d}${first}${raised(power)}`);
    if (!delimited) return operator;
    return inMath(
      expander,
      `\\frac{${d}${raised(power)}}{${d}${first}${raised(power)}}${left(delimited.open, delimited.content, delimited.close)}`,
    );
  }
  const variables = readArgument(expander).split(',');
  if (isGroupNext(expander) && d !== '\\mathrm{d}') variables.push(readArgument(expander));
  const below = variables.map((variable) => `${d}${variable.trim()}${raised(power)}`).join('\\,');
  const order = power ?? (variables.length > 1 ? String(variables.length) : undefined);
  return isStarred
    ? inMath(expander, `\\frac{${d}${raised(order)}}{${below}}${first}`)
    : over(`${d}${raised(order)}${first}`, below);
}

function expectation(expander: Expander): Result {
  readStar(expander);
  readStar(expander);
  const operator = readArgument(expander);
  if (!isGroupNext(expander)) return inMath(expander, left('\\langle ', operator, '\\rangle '));
  const state = readArgument(expander);
  return inMath(expander, left('\\langle ', `${state}\\middle|${operator}\\middle|${state}`, '\\rangle '));
}

function outer(expander: Expander): Result {
  readStar(expander);
  const first = readArgument(expander);
  const second = isGroupNext(expander) ? readArgument(expander) : first;
  return inMath(expander, `${left('|', first, '\\rangle ')}${left('\\langle ', second, '|')}`);
}

/** With one argument, the command belongs to the package braket. */
function braket(expander: Expander): Result {
  readStar(expander);
  const first = readArgument(expander);
  if (!isGroupNext(expander)) return inMath(expander, `\\mathinner{\\langle{${first}}\\rangle}`);
  return inMath(expander, left('\\langle ', `${first}\\middle|${readArgument(expander)}`, '\\rangle '));
}

function bold(expander: Expander, accent: string): Result {
  // With a star, letters are slanted in addition to bold.
  const isSlanted = readStar(expander);
  const letter = `${isSlanted ? '\\boldsymbol' : '\\mathbf'}{${readArgument(expander)}}`;
  return inMath(expander, accent === '' ? letter : `${accent}{${letter}}`);
}

function matrix(expander: Expander, name: string): Result {
  readStar(expander);
  if (isGroupNext(expander)) return inMath(expander, matrixTex(name, readArgument(expander)));
  const delimited = readDelimited(expander);
  if (!delimited) return inMath(expander, matrixTex(name, readArgument(expander)));
  return inMath(expander, left(delimited.open, matrixTex(name, delimited.content), delimited.close));
}

function matrixTex(name: string, cells: string): string {
  return `\\begin{${name}}${cells}\\end{${name}}`;
}
