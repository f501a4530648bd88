import { findDefinitions, type Definitions } from './definitions';
import { numberEquations, type Equations } from './equations';
import { typeset, type Formula } from './formula';
import type { PlacedFormula } from './markdown/formulas';
import type { MaskedAnswer } from './mask';
import { prepareTex } from './tex/prepare';

/** The formulas of one answer. They share definitions of commands, equation numbers and references. */
export class AnswerFormulas {
  readonly equations: Equations;
  readonly #definitions: Definitions;

  constructor(answer: MaskedAnswer) {
    this.equations = numberEquations(answer);
    this.#definitions = findDefinitions(answer);
  }

  /** Converts the formula at an offset to MathML, like {@link typeset}. */
  typeset(offset: number, { tex, display }: Pick<PlacedFormula, 'tex' | 'display'>): Formula {
    const definitions = this.#definitions.before.get(offset);
    return typeset(tex, display, [
      ...(definitions === undefined ? [] : [{ at: 0, tex: definitions }]),
      ...(display ? (this.equations.insertions.get(offset) ?? []) : []),
    ]);
  }

  /**
   * The TeX of the formula at an offset, preceded by the definitions that it uses, so that other programs can
   * set it.
   */
  completeTex(offset: number, tex: string): string {
    const definitions = this.#definitions.before.get(offset);
    return prepareTex(tex, definitions === undefined ? [] : [{ at: 0, tex: definitions }]).tex.trim();
  }

  /** Whether a formula only defines commands. Such a formula is not shown. */
  isDefinition(offset: number): boolean {
    return this.#definitions.bare.has(offset);
  }
}
