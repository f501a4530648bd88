import { singleSpaces } from '@/lib/single-spaces';

/** An author: a person, whose names can be reordered, or an organization, whose name is fixed. */
export type Author =
  { kind: 'person'; given: string; family: string; suffix?: string } | { kind: 'body'; name: string };

/** Words that occur in names of organizations and rarely in names of persons. */
const bodyWords = new Set(
  (
    'academy agency alliance archive archives army assembly associated associates association authority bank board ' +
    'books borders bros brothers bureau campus center centers centre centres city clinic club co college collective ' +
    'commission committee commons community company conference consortium consulting corp corporation council court ' +
    'department dept desk division economist editors education encyclopedia enterprises faculty federation firm force ' +
    'forum foundation fund gazette global government group guild health hospital house inc initiative institute ' +
    'institution international journal laboratories laboratory labs league learning library limited llc llp ltd ' +
    'magazine media ministry mission museum nation national nations network news observatory office online open ' +
    'organisation organization panel partners partnership plc program programme project publications publishers ' +
    'publishing research review school science sciences secretariat service services society software solutions sons ' +
    'staff states station studies studio studios survey syndicate systems team technologies technology the times ' +
    'today tribunal tribune trust union united university voices volunteers wiki wikipedia without workshop world'
  ).split(' '),
);

/** Lower-case words that can begin a family name. */
const particles = new Set(
  'af al bin d da dal de del della den der di do dos du el ibn la le ten ter van vander von y zu zum zur'.split(
    ' ',
  ),
);

const suffix = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/;
const degree =
  /^(?:(?:Ph|Ed|Sc)\.?\s?D|M\.?\s?[DAS]|B\.?\s?[AS]|M\.?\s?Sc|B\.?\s?Sc|M\.?B\.?A|J\.?D|R\.?N)\.?$/;
const title = /^(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Sir|Dame|Rev)\.?$/;

/** A name or initials, as "Ada", "O'Brien", "Jean-Paul", "J." or "J.K." */
const nameWord = /^\p{Lu}[\p{L}\p{M}'’‘.-]*$/u;

/** Persons have at least two names and rarely more than this. */
const mostNames = 5;

/**
 * Parses the `author` of front matter. Several persons are joined by "and", commas or semicolons. Any text
 * that does not look like names of persons is the name of one organization.
 */
export function readAuthors(text: string): Author[] {
  const whole = singleSpaces(text);
  const person = readPerson(whole);
  if (person) return [person];
  const parts = whole.split(/\s*;\s*|\s*,\s+(?:and\s+)?|\s+and\s+|\s+&\s+/).filter((part) => part !== '');
  const persons = parts.map(readPerson).filter((author) => author !== undefined);
  return parts.length > 1 && persons.length === parts.length ? persons : [{ kind: 'body', name: whole }];
}

/** A name in the order of bibliographies, with commas: "King, Martin Luther, Jr." */
export function listedName(author: Author): string {
  if (author.kind === 'body') return author.name;
  const { family, given, suffix } = author;
  return [family, given, ...(suffix === undefined ? [] : [suffix])].join(', ');
}

/** A name in natural order: "Martin Luther King Jr." */
export function spokenName(author: Author): string {
  if (author.kind === 'body') return author.name;
  const { given, family, suffix } = author;
  return [given, family, ...(suffix === undefined ? [] : [suffix])].join(' ');
}

/** Parses a person's name in natural or inverted order: "Ada Byron" or "Byron, Ada". */
function readPerson(text: string): Author | undefined {
  const [spoken = '', ...after] = text.split(/\s*,\s*/).filter((part) => !degree.test(part));
  const words = spoken.split(' ');
  while (words.length > 1 && title.test(words[0] ?? '')) words.shift();
  const last = [...after, words.at(-1) ?? ''].find((part) => suffix.test(part));
  if (words.length > 2 && suffix.test(words.at(-1) ?? '')) words.pop();
  const rest = after.filter((part) => !suffix.test(part));
  const listed = isFamily(words, rest) ? (rest[0] ?? '').split(' ') : undefined;
  if (rest.length > (listed ? 1 : 0)) return undefined;
  const names = listed ? [...listed, ...words] : words;
  if (!arePersonal(names)) return undefined;
  // The first name is a given name even if it is spelled like a particle.
  const particle = names.findIndex((word, place) => place > 0 && particles.has(word));
  const start = listed ? listed.length : particle === -1 ? names.length - 1 : particle;
  return {
    kind: 'person',
    given: names.slice(0, start).join(' '),
    family: names.slice(start).join(' '),
    ...(last !== undefined && { suffix: /^[JS]r$/.test(last) ? `${last}.` : last }),
  };
}

/** Whether the words before a comma can be a family name, and those after it given names. */
function isFamily([first = '', ...others]: readonly string[], [given, ...more]: readonly string[]): boolean {
  if (given === undefined || more.length > 0) return false;
  return others.length === 0 || particles.has(first) || (others.length === 1 && !given.includes(' '));
}

function arePersonal(words: readonly string[]): boolean {
  const isName = (word: string, place: number) =>
    nameWord.test(word)
      ? // Words in capitals are abbreviations of organizations.
        !/^\p{Lu}{3,}$/u.test(word) && !bodyWords.has(word.toLowerCase().replace(/\.$/, ''))
      : place > 0 && place < words.length - 1 && particles.has(word.replace(/['’]$/, ''));
  return words.length >= 2 && words.length <= mostNames && words.every(isName);
}
