import { findDefinitions, type Definitions } from './definitions';
import { numberEquations, type Equations } from './equations';
import { typeset, type Formula } from './formula';
import type { PlacedFormula } from './markdown/formulas';
import type { MaskedAnswer } from './mask';
import { prepareTex } from './tex/prepare';

/** The formulas of one answer, which may define commands for those after them, and be numbered and referred to. */
export class AnswerFormulas {
  readonly equations: Equations;
  readonly #definitions: Definitions;

  constructor(answer: MaskedAnswer) {
    this.equations = numberEquations(answer);
    this.#definitions = findDefinitions(answer);
  }

  /** Sets the formula at an offset, like {@link typeset}. */
  typeset(offset: number, { tex, display }: Pick<PlacedFormula, 'tex' | 'display'>): Formula {
    const definitions = this.#definitions.before.get(offset);
    return typeset(tex, display, [
      ...(definitions === undefined ? [] : [{ at: 0, tex: definitions }]),
      ...(display ? (this.equations.insertions.get(offset) ?? []) : []),
    ]);
  }

  /** The TeX of the formula at an offset, as other programs can set it: with the definitions that it uses. */
  completeTex(offset: number, tex: string): string {
    const definitions = this.#definitions.before.get(offset);
    return prepareTex(tex, definitions === undefined ? [] : [{ at: 0, tex: definitions }]).tex.trim();
  }

  /** Whether a formula only defines commands, and shows nothing. */
  isDefinition(offset: number): boolean {
    return this.#definitions.bare.has(offset);
  }
}
