const script = String.raw`(?:[A-Za-z\d]|\{[A-Za-z\d+\-=]+\})`;

/** A character, or a letter, digit or parenthesis with an index, a power, or both. */
const part = String.raw`(?:[A-Za-z\d)](?:_${script}(?:\^${script})?|\^${script}(?:_${script})?)|[A-Za-z\d ()=+\-*/<>,.!|])`;

const plain = new RegExp(`^${part}{1,100}$`);

/**
 * Whether TeX consists only of letters, digits, operators, and simple indices and powers. Such a formula has
 * no fault and omits nothing, so a check need not convert it. About half of the formulas in documents of the
 * source library are of this kind.
 */
export function isPlainTex(tex: string): boolean {
  return plain.test(tex);
}
