import { hasAnchor, suggestAnchor } from '@/lib/answer/anchors';
import type { Catalogue } from '@/lib/catalogue/catalogue';
import { crossListed } from '@/lib/catalogue/cross-listings';
import type { Entry } from '@/lib/catalogue/entry';
import type { RedirectLine, Redirects } from '@/lib/catalogue/redirects';
import { findSubject, type SubjectNames } from '@/lib/catalogue/subjects';
import { groupRepeated } from '@/lib/group-by';
import { limits } from '@/lib/limits';
import { nearestWord } from '@/lib/nearest-word';
import { questionTitle } from '@/lib/seo/metadata';
import { parseQuestionPath, questionPath } from '@/lib/site';
import { errorAt, warningAt, type Finding, type Place, type Problem } from '@/lib/source/problem';
import type { Examination } from './examine';
import { freeId } from './free-id';
import { placeOf, placeOfRelated, type PlacedKey } from './key-places';
import { alikePairs } from './minhash';

/** A file that could be read, and its examination. */
export type Examined = Examination & { entry: Entry };

/** The input of the rules: all files that could be read, in the order of their paths. */
export interface Scene {
  files: readonly Examined[];
  /** Files with errors. The entry of each contains the readable values. */
  unfinished: readonly Examined[];
  /** Paths of all question files within the content folder. */
  paths: readonly string[];
  /** The published questions. */
  catalogue: Catalogue;
  /** The path of an entry's file in messages. */
  fileOf: (entry: Entry) => string;
  names: SubjectNames;
  redirects: Redirects;
  redirectLines: readonly RedirectLine[];
  redirectsFile: string;
  /** All other addresses of pages and files. */
  pages: ReadonlySet<string>;
}

/** Finds problems that involve several files. */
export function checkTogether(scene: Scene): Problem[] {
  const addressed = { ...scene, addresses: new Addresses(scene) };
  return [
    checkClashes,
    checkUnfinishedIds,
    checkCanonicals,
    checkAnswers,
    checkSubjects,
    checkLinks,
    checkRelated,
    checkDescriptions,
    checkTitles,
    checkLikeness,
    checkRedirects,
  ].flatMap((rule) => rule(addressed));
}

/** Like {@link checkTogether}, but finds only errors, in a fraction of the time. */
export function findErrorsTogether(scene: Scene): Problem[] {
  const addressed = { ...scene, addresses: new Addresses(scene) };
  return [checkClashes, checkUnfinishedIds, checkCanonicals, checkSubjects, checkLinks, checkRedirects]
    .flatMap((rule) => rule(addressed))
    .filter(({ severity }) => severity === 'error');
}

interface AddressedScene extends Scene {
  addresses: Addresses;
}

function problem({ fileOf }: Scene, { entry }: Examined, finding: Finding): Problem {
  return { file: fileOf(entry), ...finding };
}

/** All files, including those with errors, for rules that need only the contents of each file. */
function everyFile({ files, unfinished }: Scene): Examined[] {
  return [...files, ...unfinished];
}

/**
 * Finds files with the same address (the slugs of "C" and "C++" are both `c`) and questions with the same id.
 */
function checkClashes(scene: Scene): Problem[] {
  // Only one of several files with the same address or id is in the catalogue.
  if (scene.catalogue.entries.length === scene.files.length) return [];
  const ofAddress = [...groupRepeated(scene.files, ({ entry }) => entry.address)].flatMap(
    ([address, claimants]) =>
      claimants.map((claimant) => {
        const message = `This file and ${nameOthers(scene, claimants, claimant)} have the same address, ${address}: each needs its own.`;
        return problem(scene, claimant, errorAt(start, 'duplicate-address', message));
      }),
  );
  const free = freeId(everyFile(scene).map(({ entry }) => entry.id));
  const ofId = [...groupRepeated(scene.files, ({ entry }) => entry.id)].flatMap(([id, claimants]) => {
    // Files with the same name are one question in several subjects.
    const slugs = countBy(claimants, ({ entry }) => entry.slug);
    const subjects = countBy(claimants, ({ entry }) => entry.subject.slug);
    const addresses = countBy(claimants, ({ entry }) => entry.address);
    return claimants.flatMap((claimant) => {
      const { slug, subject, address } = claimant.entry;
      const others = claimants.length - (slugs.get(slug) ?? 0);
      if (others === 0) return [];
      const othersHere = (subjects.get(subject.slug) ?? 0) - (addresses.get(address) ?? 0);
      const remedy =
        others > othersHere
          ? ' A question in several subjects must have the same file name in all of them.'
          : '';
      const named =
        others > mostNamed
          ? `${others} others`
          : nameAll(
              scene,
              claimants.filter(({ entry }) => entry.slug !== slug),
            );
      const message = `This file and ${named} have the same id, ${id}: each needs its own, and ${free} is free.${remedy}`;
      return problem(scene, claimant, errorAt(placeOf(claimant.places, 'id'), 'duplicate-id', message));
    });
  });
  return [...ofAddress, ...ofId];
}

/** Finds files with errors whose id another question has. */
function checkUnfinishedIds(scene: Scene): Problem[] {
  if (scene.unfinished.length === 0) return [];
  const known = everyFile(scene).filter(({ entry }) => entry.id > 0);
  const free = freeId(everyFile(scene).map(({ entry }) => entry.id));
  return [...groupRepeated(known, ({ entry }) => entry.id).values()].flatMap((claimants) =>
    claimants
      .filter((claimant) => scene.unfinished.includes(claimant))
      .flatMap((claimant) => {
        const { id, slug } = claimant.entry;
        const other = claimants.find(({ entry }) => entry.slug !== slug);
        if (!other) return [];
        const message = `This file and ${scene.fileOf(other.entry)} have the same id, ${id}: each needs its own, and ${free} is free.`;
        return problem(scene, claimant, errorAt(placeOf(claimant.places, 'id'), 'duplicate-id', message));
      }),
  );
}

const start: Place = { line: 1, column: 1 };

/** The key `canonical` must be an address of its own question, and equal in all files that have it. */
function checkCanonicals(scene: Scene): Problem[] {
  const choosing = scene.files.filter(({ entry }) => entry.canonical !== undefined);
  if (choosing.length === 0) return [];
  const listings = new Map(
    crossListed(scene.files, ({ entry }) => entry).flatMap((members) =>
      members.map((member) => [member, members] as const),
    ),
  );
  return choosing.flatMap((examined): Problem[] => {
    const { canonical } = examined.entry;
    const at = (code: string, message: string) => [
      problem(scene, examined, errorAt(placeOf(examined.places, 'canonical'), code, message)),
    ];
    const members = listings.get(examined) ?? [examined];
    const addresses = members.map(({ entry }) => entry.address);
    if (!addresses.some((address) => address === canonical)) {
      const message = `"canonical" is ${canonical}, which is not an address of this question. Write ${addresses.join(' or ')}, or remove the line.`;
      return at('canonical-unknown', message);
    }
    const other = members.find(({ entry }) => entry.canonical !== undefined && entry.canonical !== canonical);
    if (!other) return [];
    const message = `"canonical" is ${canonical} here and ${other.entry.canonical} in ${nameAt(scene, other, 'canonical')}: write the same address in both, or remove one of the lines.`;
    return at('canonical-disagrees', message);
  });
}

/** A question in several subjects must have one answer. */
function checkAnswers(scene: Scene): Problem[] {
  return crossListed(scene.files, ({ entry }) => entry).flatMap((members) => {
    const canonical = members.find(({ entry }) => scene.catalogue.canonical(entry) === entry) ?? members[0];
    return members.flatMap((member) => {
      if (!canonical || member.answerHash === canonical.answerHash) return [];
      const message = `This answer differs from that of the same question in ${nameAt(scene, canonical, 'answer')}: make them the same.`;
      return problem(scene, member, warningAt(placeOf(member.places, 'answer'), 'answer-differs', message));
    });
  });
}

/** The place of a key in another file, as a person would type it. */
function nameAt({ fileOf }: Scene, { entry, places }: Examined, key: PlacedKey): string {
  const { line, column } = placeOf(places, key);
  return `${fileOf(entry)}:${line}:${column}`;
}

/** One file of each question; for a question in several subjects, the canonical one. */
function questionsOf({ files, catalogue }: Scene): Examined[] {
  return files.filter(({ entry }) => catalogue.canonical(entry) === entry);
}

/** Whether an address belongs to the same question in another subject. */
function isCopy({ catalogue }: Scene, address: string, entry: Entry): boolean {
  return catalogue.alsoAt(entry).some((other) => other.address === address);
}

/** Up to this number of files, a message names each. Thousands of files may share a value. */
const mostNamed = 3;

/** The names of the other files, or their number. */
function nameOthers(scene: Scene, sharers: readonly Examined[], sharer: Examined): string {
  if (sharers.length - 1 > mostNamed) return `${sharers.length - 1} others`;
  return nameAll(
    scene,
    sharers.filter((other) => other !== sharer),
  );
}

function nameAll({ fileOf }: Scene, files: readonly Examined[]): string {
  return files.map(({ entry }) => fileOf(entry)).join(', ');
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function checkSubjects(scene: Scene): Problem[] {
  const { names } = scene;
  const known = Object.keys(names);
  // Without `subjects.yaml`, any subject is valid.
  if (known.length === 0) return [];
  return everyFile(scene)
    .filter(({ entry }) => entry.subject.name !== '' && !findSubject(names, entry.subject.slug))
    .map((examined) => {
      const { name, slug } = examined.entry.subject;
      const meant = findSubject(names, nearestWord(slug, known) ?? '')?.name;
      const question = meant === undefined ? '' : ` Did you mean "${meant}"?`;
      const message = `"${name}" is not a subject of subjects.yaml.${question} Add a new subject there.`;
      return problem(
        scene,
        examined,
        errorAt(placeOf(examined.places, 'subject'), 'subject-unknown', message),
      );
    });
}

/** Share of an address that may differ from a suggested one. */
const mistyped = 0.15;

/** Longer addresses get no suggestion. */
const longestAddress = questionPath('', '').length + 2.5 * limits.slugLength;

/** Number of addresses for which a suggestion is computed. */
const mostSuggestions = 50;

/** The address that follows from a file's path alone, independent of its contents. */
function addressOfFile(path: string): string {
  const parts = path.split('/');
  return questionPath(parts[0] ?? '', (parts.at(-1) ?? '').replace(/\.md$/, ''));
}

/** All existing addresses, and suggestions for unknown ones. */
class Addresses {
  readonly #catalogue: Catalogue;
  /** Addresses of pages, of files, and of questions that are not published because of errors. */
  readonly #others: ReadonlySet<string>;
  /** Suggestions by address. Thousands of files may contain the same unknown address. */
  readonly #suggestions = new Map<string, string>();

  readonly #files: readonly Examined[];
  #anchors: ReadonlyMap<string, string> | undefined;

  constructor({ files, paths, catalogue, pages }: Scene) {
    this.#catalogue = catalogue;
    this.#files = files;
    const left = catalogue.entries.length === paths.length ? [] : paths;
    this.#others = new Set([...pages, ...left.map(addressOfFile)]);
  }

  has(address: string): boolean {
    return this.#catalogue.find(address) !== undefined || this.#others.has(address);
  }

  /** Anchors in the answer at an address; undefined if there is no such question. */
  anchorsAt(address: string): readonly string[] | undefined {
    // Built on first use, because few libraries have such links.
    this.#anchors ??= new Map(this.#files.map(({ entry, anchors }) => [entry.address, anchors]));
    return this.#anchors.get(address)?.split(' ');
  }

  suggest(address: string): string {
    const known = this.#suggestions.get(address);
    if (known !== undefined) return known;
    // Searching a large subject takes time, and nobody reads hundreds of suggestions.
    if (this.#suggestions.size === mostSuggestions || address.length > longestAddress) return '';
    const siblings = this.#catalogue.inSubject(parseQuestionPath(address)?.subject ?? '');
    const meant = nearestWord(
      address,
      siblings.map((entry) => entry.address),
      mistyped,
    );
    const suggestion = meant === undefined ? '' : ` Did you mean ${meant}?`;
    this.#suggestions.set(address, suggestion);
    return suggestion;
  }
}

function checkLinks({ addresses, ...scene }: AddressedScene): Problem[] {
  return everyFile(scene).flatMap((examined) =>
    examined.links.flatMap(({ address, fragment, place }) => {
      const moved = scene.redirects.get(address);
      if (address === examined.entry.address) {
        const message = 'This link leads to its own page: remove it, or choose another question.';
        return problem(scene, examined, warningAt(place, 'link-to-itself', message));
      }
      if (isCopy(scene, address, examined.entry)) {
        const message =
          'This link leads to its own question in another subject: remove it, or choose another question.';
        return problem(scene, examined, warningAt(place, 'link-to-itself', message));
      }
      if (moved !== undefined) {
        const message = `This link leads to ${address}, which is redirected: write ${moved}.`;
        return problem(scene, examined, warningAt(place, 'link-moved', message));
      }
      if (addresses.has(address)) {
        const message =
          fragment === undefined ? undefined : messageOfAnchor(addresses.anchorsAt(address), fragment);
        return message === undefined
          ? []
          : problem(scene, examined, warningAt(place, 'anchor-missing', message));
      }
      const message = `This link leads to ${address}, which does not exist.${addresses.suggest(address)}`;
      return problem(scene, examined, errorAt(place, 'link-broken', message));
    }),
  );
}

function messageOfAnchor(anchors: readonly string[] | undefined, fragment: string): string | undefined {
  if (!anchors || hasAnchor(anchors, fragment)) return undefined;
  return `This link leads to #${fragment} of a page that has no such heading: write the anchor of an existing one.${suggestAnchor(anchors, fragment)}`;
}

function checkRelated({ addresses, ...scene }: AddressedScene): Problem[] {
  return everyFile(scene).flatMap((examined) =>
    examined.entry.related.flatMap((address, index) => {
      const place = placeOfRelated(examined.places, index);
      if (address === examined.entry.address) {
        const message = 'This related article is the question itself and is left out.';
        return problem(scene, examined, warningAt(place, 'related-to-itself', message));
      }
      if (isCopy(scene, address, examined.entry)) {
        const message = 'This related article is the question itself in another subject and is left out.';
        return problem(scene, examined, warningAt(place, 'related-to-itself', message));
      }
      if (addresses.has(address)) return [];
      const moved = scene.redirects.get(address);
      const remedy = moved === undefined ? addresses.suggest(address) : ` It moved: write ${moved}.`;
      const message = `There is no question at ${address}, so it is left out.${remedy}`;
      return problem(scene, examined, warningAt(place, 'related-missing', message));
    }),
  );
}

function checkRedirects({ addresses, ...scene }: AddressedScene): Problem[] {
  return scene.redirectLines.flatMap(({ from, place }): Problem[] => {
    const at = (code: string, message: string) => [
      { file: scene.redirectsFile, ...errorAt(place, code, message) },
    ];
    if (addresses.has(from)) {
      return at(
        'redirect-hidden',
        `There is a question at ${from}, so this redirect has no effect: remove the line.`,
      );
    }
    const to = scene.redirects.get(from);
    // A loop is reported when the file is read.
    if (to === undefined || addresses.has(to)) return [];
    return at('redirect-broken', `This leads to ${to}, which does not exist.${addresses.suggest(to)}`);
  });
}

function checkDescriptions(scene: Scene): Problem[] {
  return repetitionsOf(scene, 'description', ({ description }) => description);
}

/**
 * Search engines use titles and descriptions to distinguish pages, and ignore case. They list a question in
 * several subjects once.
 */
function checkTitles(scene: Scene): Problem[] {
  return repetitionsOf(scene, 'title', (entry) => questionTitle(entry).toLowerCase());
}

function repetitionsOf(
  scene: Scene,
  part: 'title' | 'description',
  read: (entry: Entry) => string,
): Problem[] {
  return [...groupRepeated(questionsOf(scene), ({ entry }) => read(entry)).values()].flatMap((sharers) =>
    sharers.map((sharer) => {
      const shown = nameOthers(scene, sharers, sharer);
      const message = `This page and ${shown} have the same ${part}: each page needs its own.`;
      return problem(scene, sharer, warningAt(placeOf(sharer.places, part), `${part}-repeated`, message));
    }),
  );
}

/** Two articles with at least this share of common shingles are reported as near duplicates. */
const alike = 0.8;

function checkLikeness(scene: Scene): Problem[] {
  const files = questionsOf(scene);
  return alikePairs(
    files.map(({ signature }) => signature),
    alike,
  ).flatMap(({ first, second, likeness }) => {
    const [original, copy] = [files[first], files[second]];
    if (!original || !copy) return [];
    const share = Math.round(100 * likeness);
    const message = `This article is ${share} % like ${original.entry.address}: merge the two, or make clear how they differ.`;
    return problem(scene, copy, warningAt(placeOf(copy.places, 'title'), 'near-duplicate', message));
  });
}
