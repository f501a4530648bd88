import { formulaText } from './formula-text';
import type { MaskedAnswer } from './mask';
import type { Remark } from './remark';
import type { Insertion } from './tex/prepare';

/** The numbered equations of an answer. */
export interface Equations {
  /** By label, in the form of {@link labelKey}. */
  labels: ReadonlyMap<string, Equation>;
  /** The numbers given to each formula in addition to its own tags, by the offset of the formula. */
  insertions: ReadonlyMap<number, readonly Insertion[]>;
  /** Ids of the targets of references, by the offset at which the formula starts. */
  ids: ReadonlyMap<number, string>;
  /** Problems with labels and references. */
  remarks: readonly Remark[];
}

export interface Equation {
  id: string;
  /** The text of a reference, without parentheses. */
  tag: string;
}

/** Prefix of the ids of equations. No heading has an id with this prefix. */
const idPrefix = 'user-content-eq-';

/** A formula that consists only of a reference. */
const reference = /^\s*\\(eqref|ref)\s*\{([^{}]*)\}\s*$/;

/** The label of a formula that consists only of a reference. */
export function readReference(tex: string): { label: string; isEquation: boolean } | undefined {
  const [, command, label] = reference.exec(tex) ?? [];
  return label === undefined ? undefined : { label: labelKey(label), isEquation: command === 'eqref' };
}

/** A label, reduced to the characters that Temml keeps. */
export function labelKey(label: string): string {
  return label.replace(/[^A-Za-z_0-9-]/g, '');
}

/** The text of a reference; `??` for an unknown label, as in LaTeX. */
export function referenceText(equation: Equation | undefined, isEquation: boolean): string {
  const tag = equation?.tag ?? '??';
  return isEquation ? `(${tag})` : tag;
}

const none: Equations = { labels: new Map(), insertions: new Map(), ids: new Map(), remarks: [] };

/** Numbers the equations with a label and without a tag in their order, and resolves references. */
export function numberEquations(answer: MaskedAnswer): Equations {
  if (!/\\(?:label|ref|eqref)(?![A-Za-z])/.test(answer.text)) return none;
  const labels = new Map<string, Equation>();
  const insertions = new Map<number, Insertion[]>();
  const ids = new Map<number, string>();
  const remarks: Remark[] = [];
  let last = 0;
  for (const [offset, { contentStart, contentEnd, display }] of answer.formulas) {
    if (!display) continue;
    const rows = findRows(answer.text.slice(contentStart, contentEnd)).filter((row) => row.labels.length > 0);
    for (const row of rows) {
      const [first] = row.labels;
      if (!first) continue;
      if (row.tag === undefined) last += 1;
      const tag = row.tag ?? String(last);
      if (row.tag === undefined)
        insertions.set(offset, [...(insertions.get(offset) ?? []), { at: first.at, tex: `\\tag{${tag}}` }]);
      for (const { name, at } of row.labels) {
        const key = labelKey(name);
        const id = ids.get(offset) ?? idPrefix + (key || String(ids.size + 1));
        if (labels.has(key)) remarks.push(duplicate(name, contentStart + at));
        else {
          labels.set(key, { id, tag });
          ids.set(offset, id);
        }
      }
    }
  }
  return { labels, insertions, ids, remarks: [...remarks, ...unknownReferences(answer, labels)] };
}

function duplicate(name: string, offset: number): Remark {
  const message = `The label "${name}" is already used, and references lead to its first use: give this formula another label.`;
  return { offset, severity: 'warning', code: 'formula-reference', message };
}

function unknownReferences(answer: MaskedAnswer, labels: ReadonlyMap<string, Equation>): Remark[] {
  return [...answer.formulas.values()].flatMap(({ contentStart, contentEnd }) => {
    const tex = answer.text.slice(contentStart, contentEnd);
    return Array.from(tex.matchAll(/\\(eqref|ref)\s*\{([^{}]*)\}/g)).flatMap(
      ({ 1: command, 2: name = '', index }): Remark[] => {
        if (labels.has(labelKey(name))) return [];
        const known = [...labels.keys()].map((label) => `"${label}"`).join(', ');
        const message =
          `No formula has the label "${name}", so (??) is shown: add \\label{${name}} to the formula that ` +
          `\\${command ?? ''} refers to${known === '' ? '' : `, or use one of ${known}`}.`;
        return [{ offset: contentStart + index, severity: 'warning', code: 'formula-reference', message }];
      },
    );
  });
}

/** A row with a number: a row of an environment that numbers rows, or the whole formula. */
interface Row {
  labels: { name: string; at: number }[];
  tag: string | undefined;
}

const rowEnvironment = /^(?:align|alignat|flalign|gather)\*?$/;

/** The options and the environment after `\begin{empheq}`. */
const emphasized = /^\s*(?:\[[^\]]*\]\s*)?\{([^{}=]*)/;

/** Commands that begin a row or number it. Their arguments have at most one level of braces. */
const numbering =
  /\\(begin|end)\s*\{([^{}]*)\}|\\(label)\s*\{([^{}]*)\}|\\(tag\*?)\s*\{((?:[^{}\\]|\\[^]|\{[^{}]*\})*)\}|\\(\\)|\\[^]/g;

function findRows(tex: string): Row[] {
  const whole: Row = { labels: [], tag: undefined };
  const rows = [whole];
  /** For each open environment, the current row if the environment numbers its rows. */
  const environments: (Row | undefined)[] = [];
  const current = () => environments.findLast((row) => row !== undefined) ?? whole;
  const addRow = () => {
    const row: Row = { labels: [], tag: undefined };
    rows.push(row);
    return row;
  };
  for (const match of tex.matchAll(numbering)) {
    const [, side, environment = '', label, name = '', tag, tagged = '', newRow] = match;
    if (side === 'begin') {
      const rest = environment === 'empheq' ? tex.slice(match.index + match[0].length) : '';
      const inner = emphasized.exec(rest)?.[1];
      environments.push(rowEnvironment.test(inner ?? environment) ? addRow() : undefined);
    } else if (side === 'end') environments.pop();
    else if (label !== undefined) current().labels.push({ name, at: match.index });
    else if (tag !== undefined) current().tag = formulaText(`\\text{${tagged}}`);
    else if (newRow !== undefined && environments.at(-1)) environments[environments.length - 1] = addRow();
  }
  return rows;
}
