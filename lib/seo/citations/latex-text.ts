const raised = /[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿⁱ]+/gu;
const lowered = /[₀-₉₊₋₌₍₎ₐ-ₜ]+/gu;

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

/**
 * Escapes a text for LaTeX in a field of BibTeX. Letters of scripts for which pdfLaTeX has no font stay
 * unchanged; XeLaTeX and LuaLaTeX show them with a suitable font.
 */
export function latexText(text: string): string {
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
    Array.from(text)
      .map((letter) => {
        const formula = formulas.get(letter);
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

/** Parses pairs of a character and its replacement. */
function table(list: string): ReadonlyMap<string, string> {
  const words = list.split(' ');
  return new Map(
    words.flatMap((word, place) => (place % 2 === 0 ? [[word, words[place + 1] ?? ''] as const] : [])),
  );
}
