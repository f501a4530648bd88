const raised = /[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿⁱ]+/gu;
const lowered = /[₀-₉₊₋₌₍₎ₐ-ₜ]+/gu;

/** A character; letters below one line; or a letter with another mark that no precomposed letter has. */
const characters = /(?:\P{M}\u0305)+|\P{M}[\u0302-\u0304\u0306-\u0308\u030a\u030c\u20d6\u20d7\u20db]|[^]/gu;

/** Commands for combining marks, which pdfLaTeX does not support. */
const marks = new Map([
  ['\u0302', String.raw`\hat`],
  ['\u0303', String.raw`\tilde`],
  ['\u0304', String.raw`\bar`],
  ['\u0305', String.raw`\overline`],
  ['\u0306', String.raw`\breve`],
  ['\u0307', String.raw`\dot`],
  ['\u0308', String.raw`\ddot`],
  ['\u030a', String.raw`\mathring`],
  ['\u030c', String.raw`\check`],
  ['\u20d6', String.raw`\overleftarrow`],
  ['\u20d7', String.raw`\vec`],
  ['\u20db', String.raw`\dddot`],
]);

const commands = table(
  String.raw`& \& % \% # \# _ \_ $ \$ \ \textbackslash{} ^ \textasciicircum{} ~ \textasciitilde{} < \textless{}` +
    // BibTeX counts every brace, even after a backslash.
    String.raw` > \textgreater{} | \textbar{} { \textbraceleft{} } \textbraceright{}` +
    // OT1, the default encoding of LaTeX, lacks low quotation marks.
    String.raw` ‐ - ‑ - „ “ ‚ ‘`,
);

/** Characters that pdfLaTeX supports only in formulas, or not at all. */
const formulas = table(
  String.raw`α \alpha β \beta γ \gamma δ \delta ε \varepsilon ϵ \epsilon ζ \zeta η \eta θ \theta ϑ \vartheta ι \iota` +
    String.raw` κ \kappa λ \lambda μ \mu µ \mu ν \nu ξ \xi ο o π \pi ρ \rho ς \varsigma σ \sigma τ \tau υ \upsilon` +
    String.raw` φ \varphi ϕ \phi χ \chi ψ \psi ω \omega Γ \Gamma Δ \Delta Θ \Theta Λ \Lambda Ξ \Xi Π \Pi Σ \Sigma` +
    String.raw` Υ \Upsilon Φ \Phi Ψ \Psi Ω \Omega − - ± \pm ∓ \mp × \times ÷ \div · \cdot ⋅ \cdot ∘ \circ ∗ \ast` +
    String.raw` ≠ \neq ≈ \approx ≡ \equiv ≅ \cong ∼ \sim ∝ \propto ≤ \leq ≥ \geq ≪ \ll ≫ \gg ∞ \infty ∂ \partial` +
    String.raw` ∇ \nabla √ \surd ∑ \sum ∏ \prod ∫ \int ∮ \oint ∀ \forall ∃ \exists ¬ \neg ∧ \wedge ∨ \vee ⊕ \oplus` +
    String.raw` ⊗ \otimes ∅ \emptyset ∈ \in ∉ \notin ∋ \ni ∪ \cup ∩ \cap ⊂ \subset ⊃ \supset ⊆ \subseteq ⊇ \supseteq` +
    String.raw` ⊥ \perp ∥ \parallel ∠ \angle ← \leftarrow → \rightarrow ↔ \leftrightarrow ↑ \uparrow ↓ \downarrow` +
    String.raw` ⇐ \Leftarrow ⇒ \Rightarrow ⇔ \Leftrightarrow ⇌ \rightleftharpoons ↦ \mapsto ⋯ \cdots ℝ \mathbf{R}` +
    String.raw` ℂ \mathbf{C} ℕ \mathbf{N} ℤ \mathbf{Z} ℚ \mathbf{Q} ℓ \ell ℏ \hbar ′ ' ″ '' ° ^\circ ⟨ \langle ⟩ \rangle` +
    String.raw` « \ll » \gg ‹ < › > ⌈ \lceil ⌉ \rceil ⌊ \lfloor ⌋ \rfloor`,
);

/** A text of characters that {@link latexText} does not change, like most titles. */
const plainText = /^(?:[A-Za-z0-9 .:;()/?!]|([-,'])(?!\1))*$/;

/**
 * Escapes a text for LaTeX in a field of BibTeX. Letters of scripts for which pdfLaTeX has no font stay
 * unchanged; XeLaTeX and LuaLaTeX show them with a suitable font.
 */
export function latexText(text: string): string {
  if (plainText.test(text)) return text;
  const plain = text
    .normalize('NFC')
    .replace(/[\u{1D400}-\u{1D7FF}]/gu, (styled) => styled.normalize('NFKC'))
    // Straight quotation marks are commands in some languages of babel.
    .replace(/(^|[\s([{\p{Pd}/])"/gu, '$1“')
    .replaceAll('"', '”');
  const latex = escape(plain)
    .replace(raised, (script) => String.raw`{\textsuperscript{${escape(script.normalize('NFKC'))}}}`)
    .replace(lowered, (script) => String.raw`{\textsubscript{${escape(script.normalize('NFKC'))}}}`);
  // BibTeX treats a group that begins with a command as one letter.
  return latex.replace(/^\\(?:[a-z]+\{\}|[^a-z])/, '{$&}');
}

function escape(text: string): string {
  return (
    (text.match(characters) ?? [])
      .map((letter) => {
        const mark = letter.length > 1 ? marks.get(letter.slice(-1)) : undefined;
        const formula = mark === undefined ? formulas.get(letter) : accented(letter, mark);
        return formula === undefined ? (commands.get(letter) ?? letter) : `{$${formula}$}`;
      })
      .join('')
      // Thin and fixed-width spaces, and characters without width.
      .replace(/[\u2009\u202f]/g, String.raw`\,`)
      .replaceAll('\u00a0', '~')
      .replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, '')
      // LaTeX would join two of these to one character.
      .replace(/([-,'`])(?=\1)/g, '$1{}')
      .replace(/([?!])(?=`)/g, '$1{}')
  );
}

function accented(letters: string, mark: string): string {
  const bases = Array.from(
    letters.replace(/\p{M}/gu, ''),
    (letter) => formulas.get(letter) ?? commands.get(letter) ?? letter,
  );
  return `${mark}{${bases.join(' ')}}`;
}

/** Parses pairs of a character and its replacement. */
function table(list: string): ReadonlyMap<string, string> {
  const words = list.split(' ');
  return new Map(
    words.flatMap((word, place) => (place % 2 === 0 ? [[word, words[place + 1] ?? ''] as const] : [])),
  );
}
