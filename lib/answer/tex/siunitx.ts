import { inMath, isGroupNext, readArgument, readOptional, type Expander, type Macro } from './expander';
import { modifiers, prefixes, units } from './units';

/** Quantities as in the LaTeX package siunitx with default options (manual, version 3, sections 4 and 5). */
export const siunitxMacros: ReadonlyMap<string, Macro> = new Map<string, Macro>([
  ['\\num', (expander) => inMath(expander, numberTex(read(expander)))],
  ['\\ang', (expander) => inMath(expander, angleTex(read(expander)))],
  ['\\si', (expander) => inMath(expander, unitTex(read(expander)))],
  ['\\unit', (expander) => inMath(expander, unitTex(read(expander)))],
  ['\\SI', (expander) => inMath(expander, quantityTex(read(expander), readUnit(expander)))],
  ['\\numrange', (expander) => inMath(expander, listTex([read(expander), readArgument(expander)], to))],
  ['\\SIrange', rangeOfQuantities],
  ['\\qtyrange', rangeOfQuantities],
  ['\\numlist', (expander) => inMath(expander, listTex(read(expander).split(';'), and))],
  ['\\numproduct', (expander) => inMath(expander, numberTex(read(expander)))],
  ['\\SIlist', listOfQuantities],
  ['\\qtylist', listOfQuantities],
]);

const to = '\\text{ to }';
const and = '\\text{ and }';

/** The first argument. Options, which only change the format, are ignored. */
function read(expander: Expander): string {
  readOptional(expander);
  return readArgument(expander);
}

/** The unit of a quantity, and text before its number, such as a currency. */
function readUnit(expander: Expander): { unit: string; before: string } {
  const before = isGroupNext(expander) ? '' : (readOptional(expander) ?? '');
  return { unit: readArgument(expander), before };
}

function rangeOfQuantities(expander: Expander): ReturnType<typeof inMath> {
  const [first, last] = [read(expander), readArgument(expander)];
  const unit = readUnit(expander);
  return inMath(expander, [first, last].map((number) => quantityTex(number, unit)).join(to));
}

function listOfQuantities(expander: Expander): ReturnType<typeof inMath> {
  const numbers = read(expander).split(';');
  const unit = readUnit(expander);
  return inMath(
    expander,
    joined(
      numbers.map((number) => quantityTex(number, unit)),
      and,
    ),
  );
}

function listTex(numbers: readonly string[], last: string): string {
  return joined(numbers.map(numberTex), last);
}

function joined(parts: readonly string[], last: string): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join('\\text{, }')}${last}${parts.at(-1) ?? ''}`;
}

/** A number with its unit, as in `\SI{9.81}{\metre\per\second\squared}`. */
export function quantityTex(number: string, { unit, before }: { unit: string; before: string }): string {
  const written = unitTex(unit);
  const space = written === '' || /^\^|^[{]?\\(?:degree|prime)/.test(written) ? '' : '\\,';
  return `${before === '' ? '' : unitTex(before)}${numberTex(number)}${space}${written}`;
}

/** Whether siunitx reads an argument as a number. */
export function isNumber(argument: string): boolean {
  const text = argument.replace(/\s/g, '');
  return text !== '' && numberForm.test(text) && /\d/.test(text);
}

const numberForm =
  /^(?<relation>[<>]|\\(?:le|ge|leq|geq|ll|gg|sim|approx)(?![A-Za-z]))?(?<sign>[+\-−]|\\[pm]{2}(?![A-Za-z]))?(?<whole>\d*)(?:[.,](?<decimals>\d*))?(?:\((?<uncertain>\d+)\)|(?:\+-|±|\\pm)(?<range>\d*[.,]?\d*))?(?:[eEdD](?<exponent>[+\-−]?\d+))?$/;

/**
 * A number with digits in groups of three and its exponent as a power of ten; unchanged if it is not a
 * number.
 */
function numberTex(argument: string): string {
  return argument
    .split(/\s*(?:x|\\times)\s*/)
    .map(factorTex)
    .join('\\times ');
}

function factorTex(argument: string): string {
  const match = isNumber(argument) ? numberForm.exec(argument.replace(/\s/g, ''))?.groups : undefined;
  if (!match) return argument;
  const { relation = '', sign = '', whole = '', decimals, uncertain, range, exponent } = match;
  const digits =
    whole === '' && decimals === undefined ? '' : decimalTex(whole === '' ? '0' : whole, decimals);
  const mantissa =
    digits +
    (uncertain === undefined ? '' : `(${uncertain})`) +
    (range === undefined ? '' : `\\pm ${decimalTex(...decimalOf(range))}`);
  const times = mantissa === '' ? '' : '\\times ';
  const withRange = range !== undefined && exponent !== undefined ? `(${mantissa})` : mantissa;
  return `${relation} ${sign}${withRange}${exponent === undefined ? '' : `${times}10^{${exponent.replace('+', '')}}`}`.trim();
}

function decimalOf(number: string): [whole: string, decimals: string | undefined] {
  const [whole = '', decimals] = number.split(/[.,]/);
  return [whole === '' ? '0' : whole, decimals];
}

/** Numbers of four digits are not grouped. */
const fewestGrouped = 5;

function decimalTex(whole: string, decimals?: string): string {
  const left = whole.length < fewestGrouped ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, '\\,');
  if (decimals === undefined || decimals === '') return left;
  const right = decimals.length < fewestGrouped ? decimals : decimals.replace(/\d{3}(?=\d)/g, '$&\\,');
  return `${left}.${right}`;
}

function angleTex(argument: string): string {
  const parts = argument.split(';');
  if (parts.length > angleSigns.length) return argument;
  return parts
    .map((part, index) => (part.trim() === '' ? '' : numberTex(part) + (angleSigns[index] ?? '')))
    .join('');
}

/** Symbols of degrees, minutes and seconds. */
const angleSigns = ['^{\\circ}', "'", "''"];

const unitToken = /\\[A-Za-z]+|\\[^A-Za-z]|\{(?:[^{}]|\{[^{}]*\})*\}|\s+|[^\\{}\s]/g;

/** A unit in commands of siunitx such as `\metre\per\second`, or literal as in `m/s^2`. */
function unitTex(argument: string): string {
  const tokens = (argument.match(unitToken) ?? []).filter((token) => token.trim() !== '');
  const parts: string[] = [];
  let isPer = false;
  let prefix = '';
  let power = '';
  const next = () => (tokens.shift() ?? '').replace(/^\{|\}$/g, '');
  const separate = () => {
    if (parts.length > 0 && !/^(?:\\,|\/)$/.test(parts.at(-1) ?? '')) parts.push('\\,');
  };
  const pushUnit = (symbol: string) => {
    separate();
    const text = `\\text{${prefix}${symbol}}`;
    const isRaised = /^[\\^']/.test(symbol);
    parts.push(isRaised ? symbol : text, raised(isPer, power === '' ? takePower(tokens) : power));
    isPer = false;
    prefix = '';
    power = '';
  };
  for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
    const name = token.startsWith('\\') ? token.slice(1) : '';
    const unit = units.get(name);
    if (unit !== undefined) pushUnit(unit);
    else if (prefixes.has(name)) prefix = prefixes.get(name) ?? '';
    else if (name === 'per') isPer = true;
    else if (name === 'raiseto') power = next();
    else if (modifiers.before.has(name)) power = modifiers.before.get(name) ?? '';
    else if (name === 'of') parts.push(`_{\\text{${next()}}}`);
    else if (/^[.~*·]$/.test(token) || name === 'cdot' || name === 'times') separate();
    else if (/^\p{L}$/u.test(token)) parts.push(`\\text{${token}${takeLetters(tokens)}}`);
    else parts.push(token);
  }
  return parts.join('');
}

function takeLetters(tokens: string[]): string {
  let letters = '';
  while (/^\p{L}$/u.test(tokens[0] ?? '')) letters += tokens.shift() ?? '';
  return letters;
}

/** The power after a unit. */
function takePower(tokens: string[]): string {
  const name = tokens[0]?.replace(/^\\/, '') ?? '';
  const known = tokens[0]?.startsWith('\\') ? modifiers.after.get(name) : undefined;
  if (known === undefined && name !== 'tothe') return '';
  tokens.shift();
  return known ?? (tokens.shift() ?? '').replace(/^\{|\}$/g, '');
}

function raised(isPer: boolean, power: string): string {
  if (isPer) return `^{${power.startsWith('-') ? power.slice(1) : `-${power === '' ? '1' : power}`}}`;
  return power === '' ? '' : `^{${power}}`;
}
