import { limits } from '@/lib/limits';
import { placesOf } from './places';
import { errorAt, hasErrors, type Finding, type Place } from './problem';
import { explainYamlError } from './yaml-words';
import { readYaml } from './parsed-yaml';
import { placesInDocument, type YamlPlaces } from './yaml-places';

/** The contents of a YAML text that the parser rejects as a whole. */
export interface RecoveredYaml extends YamlPlaces {
  data: Record<string, unknown>;
  /** One finding for each fault. */
  findings: Finding[];
  /** Whether the value at a path could not be read, so that its contents are unknown. */
  isBroken: (path: readonly PropertyKey[]) => boolean;
}

/** A key with its lines. */
interface Block {
  key: string;
  indent: number;
  /** The text after the colon. */
  value: string;
  valueStart: number;
  start: number;
  lines: Line[];
}

interface Line {
  text: string;
  start: number;
}

/**
 * A line that begins with a key: indentation, key, and the text after the colon. Also matches misspelled key
 * lines.
 */
const keyLine = /^([ \t]*)(?:"([^"]+)"|'([^']+)'|([\p{L}_][^\s:#"'{}[\],]*)) *:(?:[ \t]+(.*))?$/u;
const keyWithoutSpace = /^([ \t]*)([a-z_][a-z\d_]*):([^\s/].*)$/;
const keyWithoutColon = /^([ \t]*)([a-z]+(?:_[a-z\d]+)*) +(\S.*)$/;

/** Whether an unindented line begins with a key. */
export function isKeyLine(line: string): boolean {
  return keyLine.test(line);
}

/**
 * Reads the keys of a YAML text one by one, each with its own lines, so that a fault of one key does not hide
 * faults of others. A value that is not YAML is read as text.
 *
 * @param known keys, used to recognize a key line without a colon
 */
export function recoverYaml(source: string, known: ReadonlySet<string>): RecoveredYaml {
  return new Recovery(source, known).run();
}

const noKey = 'This line is not "key: value": add a key, or remove it.';

class Recovery {
  readonly #source: string;
  readonly #known: ReadonlySet<string>;
  readonly #findings: Finding[] = [];
  readonly #broken = new Set<string>();
  readonly #places = new Map<string, { key: number; from: number; to: number }>();
  readonly #parsed = new Map<string, { places: YamlPlaces; start: number; depth: number }>();
  readonly #placeAt: (offset: number) => Place;

  constructor(source: string, known: ReadonlySet<string>) {
    this.#source = source;
    this.#known = known;
    this.#placeAt = placesOf(source);
  }

  run(): RecoveredYaml {
    let start = 0;
    const lines = this.#source.split('\n').map((text) => {
      const line = { text, start };
      start += text.length + 1;
      return line;
    });
    const data = this.#readGroup(lines, []);
    return {
      data,
      findings: this.#findings,
      isBroken: (path) => path.some((_, index) => this.#broken.has(nameOf(path.slice(0, index + 1)))),
      startOfKey: (path) => this.#places.get(nameOf(path))?.key ?? this.#within(path)?.startOfKey,
      rangeOfValue: (path) => {
        const place = this.#places.get(nameOf(path));
        return place ? [place.from, place.to] : this.#within(path)?.rangeOfValue;
      },
    };
  }

  /** Places within a key's lines that the parser read. */
  #within(path: readonly PropertyKey[]) {
    for (let depth = path.length - 1; depth > 0; depth -= 1) {
      const parsed = this.#parsed.get(nameOf(path.slice(0, depth)));
      if (!parsed) continue;
      const inside = path.slice(parsed.depth);
      const key = parsed.places.startOfKey(inside);
      const range = parsed.places.rangeOfValue(inside);
      return {
        startOfKey: key === undefined ? undefined : parsed.start + key,
        rangeOfValue: range && ([parsed.start + range[0], parsed.start + range[1]] as const),
      };
    }
    return undefined;
  }

  #readGroup(lines: readonly Line[], path: readonly string[]): Record<string, unknown> {
    const data: Record<string, unknown> = {};
    for (const block of this.#divide(lines, path.length > 0)) {
      const at = [...path, block.key];
      if (Object.hasOwn(data, block.key)) {
        this.#report(block.start + block.indent, explainYamlError('DUPLICATE_KEY', ''));
        continue;
      }
      this.#places.set(nameOf(at), {
        key: block.start + block.indent,
        from: block.valueStart,
        to: endOf(block),
      });
      Object.defineProperty(data, block.key, {
        value: this.#readBlock(block, at),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return data;
  }

  /** Groups lines by the key that they belong to. */
  #divide(lines: readonly Line[], isNested: boolean): Block[] {
    const blocks: Block[] = [];
    let indent: number | undefined;
    for (const line of lines) {
      const block = this.#keyOf(line);
      const last = blocks.at(-1);
      const hasTab = /^ *\t/.test(line.text);
      if (
        block &&
        (!last || (hasTab ? isNested || last.value !== '' : block.indent <= (indent ?? Infinity)))
      ) {
        if (!hasTab) indent ??= block.indent;
        blocks.push(block);
      } else if (block && last && this.#known.has(block.key) && /^[\p{L}\p{N}]/u.test(last.value)) {
        // The line does not belong to the text above it.
        this.#report(block.start + block.indent, explainYamlError('BAD_INDENT', ''));
        blocks.push(block);
      } else if (last) {
        last.lines.push(line);
      } else if (!/^\s*(?:#|$)/.test(line.text)) {
        this.#report(line.start, noKey);
      }
    }
    return blocks;
  }

  #keyOf(line: Line): Block | undefined {
    const block = (indent: string, key: string, value: string): Block => ({
      key,
      indent: indent.length,
      value: value.trimEnd(),
      valueStart: line.start + line.text.length - value.length,
      start: line.start,
      lines: [line],
    });
    const [, indent = '', quoted, single, plain, value = ''] = keyLine.exec(line.text) ?? [];
    const key = quoted ?? single ?? plain;
    if (key !== undefined) return block(indent, key, value);
    const [, ofNoSpace = '', noSpace, glued = ''] = keyWithoutSpace.exec(line.text) ?? [];
    if (noSpace !== undefined && this.#known.has(noSpace)) return block(ofNoSpace, noSpace, glued);
    const [, ofNoColon = '', noColon, rest = ''] = keyWithoutColon.exec(line.text) ?? [];
    if (noColon !== undefined && this.#known.has(noColon)) return block(ofNoColon, noColon, rest);
    return undefined;
  }

  #readBlock(block: Block, path: readonly string[]): unknown {
    const text = block.lines.map((line) => line.text).join('\n');
    const placeAt = (offset: number) => this.#placeAt(block.start + offset);
    const [first, ...others] = block.lines;
    const tab = /^ *\t/.exec(first?.text ?? '');
    if (tab) this.#report(block.start, explainYamlError('TAB_AS_INDENT', ''));
    // The length stays the same, so that all offsets stay valid.
    const spaced = tab ? text.replace(/^[ \t]+/, (blanks) => ' '.repeat(blanks.length)) : text;
    const { document, findings } = readYaml(`${spaced}\n`, placeAt);
    if (document && !hasErrors(findings)) {
      const read = document.toJS() as unknown;
      if (typeof read === 'object' && read !== null && Object.hasOwn(read, block.key)) {
        this.#findings.push(...findings);
        this.#parsed.set(nameOf(path), {
          places: placesInDocument(document),
          start: block.start,
          depth: path.length - 1,
        });
        if (tab) this.#broken.add(nameOf(path));
        const range = placesInDocument(document).rangeOfValue([block.key]);
        const place = this.#places.get(nameOf(path));
        if (range && place)
          Object.assign(place, { from: block.start + range[0], to: block.start + range[1] });
        return (read as Record<string, unknown>)[block.key];
      }
    }
    const count = this.#findings.length;
    const isGroup = /^(?:#.*)?$/.test(block.value) && path.length < limits.frontMatterDepth;
    if (isGroup && others.some((line) => this.#keyOf(line))) {
      const members = this.#readGroup(others, path);
      if (this.#findings.length > count) return members;
    }
    this.#broken.add(nameOf(path));
    const [fault] = findings.filter(({ severity }) => severity === 'error');
    const isGlued = !/^\s*(?:"[^"]+"|'[^']+'|[^\s:]+) *:(?:\s|$)/.test(first?.text ?? '');
    if (tab) {
      // This fault is reported; other findings of the parser may be its consequences.
    } else if (isGlued) this.#report(block.start + block.indent, describeGlued(block));
    else if (fault) this.#findings.push(this.#inBlock(fault, block));
    else this.#report(block.start, noKey);
    return textOf(block);
  }

  /** The parser may report a fault in the middle of a text only at its end. */
  #inBlock(fault: Finding, block: Block): Finding {
    const last = this.#placeAt(endOf(block)).line;
    const first = this.#placeAt(block.start).line;
    const isOutside =
      fault.line < first || fault.line > last || (fault.line > first && /^[[{"']/.test(block.value));
    return isOutside ? { ...fault, ...this.#placeAt(block.valueStart) } : fault;
  }

  #report(offset: number, message: string): void {
    this.#findings.push(errorAt(this.#placeAt(offset), 'yaml', message));
  }
}

function describeGlued({ key, value }: Block): string {
  return `Expected ": " after the key: write "${key}: ${value.slice(0, 40)}".`;
}

function endOf({ lines }: Block): number {
  const last = lines.findLast(({ text }) => text.trim() !== '') ?? lines[0];
  return last ? last.start + last.text.length : 0;
}

/** The text that an editor probably meant. */
function textOf({ value, lines }: Block): string {
  const rest = lines.slice(1).map(({ text }) => text.trim());
  const parts = [/^[>|][-+\d]*$/.test(value) ? '' : value, ...rest].filter((part) => part !== '');
  return parts.join(' ').replace(/^["'[]+|["'\]]+$/g, '');
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}
