/** Characters for TeX commands. The text of any other command is its name, as for `\sin`. */
const signs = new Map(
  (
    'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ ' +
    'pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π ' +
    'Sigma Σ Phi Φ Psi Ψ Omega Ω times × cdot · pm ± mp ∓ div ÷ to → rightarrow → leftarrow ← Rightarrow ⇒ implies ⇒ iff ⇔ ' +
    'leftrightarrow ↔ rightleftharpoons ⇌ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ~ propto ∝ infty ∞ ' +
    'partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ emptyset ∅ forall ∀ exists ∃ ' +
    'neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ ldots … cdots … dots … circ ° prime ′ ell ℓ hbar ℏ'
  )
    .split(' ')
    .flatMap((name, place, all) => (place % 2 === 0 ? [[name, all[place + 1] ?? '']] : [])),
);

/** Commands that affect only the appearance. */
const looks =
  /^(?:left|right|[bB]igg?[lrm]?|displaystyle|textstyle|limits|nolimits|quad|qquad|label|tag|hline|text\w*|math\w*|operatorname|ce|pu|boxed|vec|hat|bar|overline|underline|tilde|dot|ddot|widehat|phantom|color|rm|bf|it)$/;

const raised = new Map(pairs('0123456789+-−n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ'));
const lowered = new Map(pairs('0123456789', '₀₁₂₃₄₅₆₇₈₉'));

/** @param {string} plain @param {string} small @returns {[string, string][]} */
function pairs(plain, small) {
  const others = Array.from(small);
  return Array.from(plain, (letter, place) => [letter, others[place] ?? '']);
}

/** Maximum nesting of formulas. */
const deepest = 20;

/** A command, a special character of TeX, spaces, or other text. */
const piece = /\\([A-Za-z]+)\*?|\\(.)|([{}^_&~])|(\s+)|([^\\{}^_&~\s]+)/gsu;

/**
 * Converts a formula to plain text for searches and excerpts: `E = mc^2` becomes `E = mc²`. Supports only
 * common commands; pages use Temml, which supports all of TeX.
 *
 * @param {string} tex
 * @returns {string}
 */
export function formulaText(tex) {
  const pieces = [...tex.replace(/\\(?:begin|end)\{[^{}]*\}(?:\{[lcr|]*\})?/g, ' ').matchAll(piece)];
  let at = 0;
  /** Reads the text between braces, or the next piece. @param {number} depth @returns {string} */
  const argument = (depth) => {
    while (pieces[at]?.[4] !== undefined) at += 1;
    const next = pieces[at];
    if (next?.[3] === '{') {
      at += 1;
      return row(depth + 1);
    }
    const [letter = '', ...rest] = Array.from(next?.[5] ?? '');
    if (next && rest.length > 0) {
      next[5] = rest.join('');
      return letter;
    }
    return one(depth + 1);
  };
  /** @param {number} depth @returns {string} */
  const one = (depth) => {
    const [, command, escaped, sign, space, other] = pieces[at] ?? [];
    at += 1;
    if (depth > deepest) return '';
    if (command !== undefined) return ofCommand(command, depth);
    if (escaped !== undefined) return /[,;:! \\]/.test(escaped) ? ' ' : escaped;
    if (sign === '{') return row(depth + 1);
    if (sign === '^') return script(argument(depth), raised, '^');
    if (sign === '_') return script(argument(depth), lowered, '_');
    return sign !== undefined || space !== undefined ? ' ' : (other ?? '');
  };
  /** Reads up to the closing brace. @param {number} depth @returns {string} */
  const row = (depth) => {
    let text = '';
    for (; at < pieces.length && pieces[at]?.[3] !== '}';) {
      text += one(depth);
    }
    at += 1;
    return text;
  };
  /** @param {string} name @param {number} depth @returns {string} */
  const ofCommand = (name, depth) => {
    if (/^[dtc]?frac$/.test(name)) return `${grouped(argument(depth))}/${grouped(argument(depth))}`;
    if (name === 'sqrt') return `√${grouped(argument(depth))}`;
    if (name === 'ce') return argument(depth).replace(/(?<![A-Za-z\d).])(\d+)(?=[A-Z([])/g, '$1 ');
    return signs.get(name) ?? (looks.test(name) ? '' : ` ${name} `);
  };
  let text = '';
  while (at < pieces.length) text += pieces[at]?.[3] === '}' ? ((at += 1), '') : one(0);
  return text.replace(/\s+/g, ' ').trim();
}

/** @param {string} text @param {Map<string, string>} small @param {string} sign */
function script(text, small, sign) {
  const letters = Array.from(text.trim());
  const set = letters.map((letter) => small.get(letter));
  return set.every((letter) => letter !== undefined) ? set.join('') : sign + grouped(text);
}

/** @param {string} text */
function grouped(text) {
  const trimmed = text.trim();
  return /^[\p{L}\p{N}.]*$/u.test(trimmed) ? trimmed : `(${trimmed})`;
}
