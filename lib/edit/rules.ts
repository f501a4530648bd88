import { closest, distance } from 'fastest-levenshtein';

import type { Entry } from '@/lib/catalogue/entry';
import type { RedirectLine, Redirects } from '@/lib/catalogue/redirects';
import type { SubjectNames } from '@/lib/catalogue/subjects';
import { groupBy } from '@/lib/group-by';
import { questionTitle } from '@/lib/seo/metadata';
import { parseQuestionPath } from '@/lib/site';
import { errorAt, warningAt, type Finding, type Place, type Problem } from '@/lib/source/problem';
import type { Examination } from './examine';
import { alikePairs } from './minhash';

/** A file that could be read, with what is known of it. */
export interface Examined extends Examination {
  file: string;
  entry: Entry;
}

/** What the rules look at: all files that could be read, in the order of their paths. */
export interface Scene {
  files: readonly Examined[];
  names: SubjectNames;
  redirects: Redirects;
  redirectLines: readonly RedirectLine[];
  redirectsFile: string;
  /** Every other address that a page stands at. */
  pages: ReadonlySet<string>;
}

/** What is wrong with files in the light of the others. */
export function checkTogether(scene: Scene): Problem[] {
  const addressed = { ...scene, addresses: new Addresses(scene) };
  return [
    checkClashes,
    checkSubjects,
    checkLinks,
    checkRelated,
    checkDescriptions,
    checkTitles,
    checkLikeness,
    checkRedirects,
  ].flatMap((rule) => rule(addressed));
}

/** Like {@link checkTogether}, errors only, which takes a fraction of the time. */
export function findErrorsTogether(scene: Scene): Problem[] {
  const addressed = { ...scene, addresses: new Addresses(scene) };
  return [checkClashes, checkSubjects, checkLinks, checkRedirects]
    .flatMap((rule) => rule(addressed))
    .filter(({ severity }) => severity === 'error');
}

interface AddressedScene extends Scene {
  addresses: Addresses;
}

function problem({ file }: Examined, finding: Finding): Problem {
  return { file, ...finding };
}

/** Two files may claim one address, as the slugs of "C" and "C++" are both `c`, or one id. */
function checkClashes({ files }: Scene): Problem[] {
  const start: Place = { line: 1, column: 1 };
  return [
    ...clashesOf(
      files,
      'duplicate-address',
      () => start,
      ({ address }) => `the address ${address}`,
    ),
    ...clashesOf(
      files,
      'duplicate-id',
      ({ id }) => id,
      ({ id }) => `the id ${id}`,
    ),
  ];
}

function clashesOf(
  files: readonly Examined[],
  code: string,
  place: (places: Examination['places']) => Place,
  claim: (entry: Entry) => string,
): Problem[] {
  return [...groupBy(files, ({ entry }) => claim(entry))]
    .filter(([, claimants]) => claimants.length > 1)
    .flatMap(([claimed, claimants]) =>
      claimants.map((claimant) => {
        const others = claimants.filter((other) => other !== claimant).map(({ file }) => file);
        const message = `This file claims ${claimed}, and so does ${others.join(', ')}: each needs its own.`;
        return problem(claimant, errorAt(place(claimant.places), code, message));
      }),
    );
}

function checkSubjects({ files, names }: Scene): Problem[] {
  const known = Object.entries(names);
  // A folder without `subjects.yaml` takes its subjects from the documents.
  if (known.length === 0) return [];
  return files
    .filter(({ entry }) => names[entry.subject.slug] === undefined)
    .map((examined) => {
      const { name, slug } = examined.entry.subject;
      const nearest = names[closest(slug, Object.keys(names))]?.name ?? '';
      const message = `"${name}" is not a subject of subjects.yaml. Did you mean "${nearest}"? A new subject has to be added there.`;
      return problem(examined, errorAt(examined.places.subject, 'subject-unknown', message));
    });
}

/** Share of an address that may differ from one that was probably meant. */
const mistyped = 0.15;

/** Which addresses there are, and the one that was probably meant. */
class Addresses {
  readonly #known: ReadonlySet<string>;
  readonly #bySubject: ReadonlyMap<string, string[]>;
  /** Looking through a large subject takes a moment; nobody reads hundreds of suggestions. */
  #suggestionsLeft = 50;

  constructor({ files, pages }: Scene) {
    const addresses = files.map(({ entry }) => entry.address);
    this.#known = new Set([...addresses, ...pages]);
    this.#bySubject = groupBy(addresses, (address) => parseQuestionPath(address)?.subject ?? '');
  }

  has(address: string): boolean {
    return this.#known.has(address);
  }

  suggest(address: string): string {
    const siblings = this.#bySubject.get(parseQuestionPath(address)?.subject ?? '');
    if (!siblings || this.#suggestionsLeft === 0) return '';
    this.#suggestionsLeft -= 1;
    const nearest = closest(address, siblings);
    return distance(address, nearest) <= address.length * mistyped ? ` Did you mean ${nearest}?` : '';
  }
}

function checkLinks({ addresses, ...scene }: AddressedScene): Problem[] {
  return scene.files.flatMap((examined) =>
    examined.links.flatMap(({ address, place }) => {
      const moved = scene.redirects.get(address);
      if (address === examined.entry.address) {
        const message =
          'This link leads to the page that it stands on: remove it, or choose another question.';
        return problem(examined, warningAt(place, 'link-to-itself', message));
      }
      if (moved !== undefined) {
        const message = `This link leads to ${address}, which moved: write ${moved}.`;
        return problem(examined, warningAt(place, 'link-moved', message));
      }
      // Our own images and files are checked where they are read.
      if (addresses.has(address) || !address.startsWith('/learn')) return [];
      const message = `This link leads to ${address}, which does not exist.${addresses.suggest(address)}`;
      return problem(examined, errorAt(place, 'link-broken', message));
    }),
  );
}

function checkRelated({ addresses, ...scene }: AddressedScene): Problem[] {
  return scene.files.flatMap((examined) =>
    examined.entry.related.flatMap((address, index) => {
      const place = examined.places.related[index] ?? examined.places.title;
      if (address === examined.entry.address) {
        const message = 'This related article is the article itself; it is left out.';
        return problem(examined, warningAt(place, 'related-to-itself', message));
      }
      if (addresses.has(address)) return [];
      const moved = scene.redirects.get(address);
      const remedy = moved === undefined ? addresses.suggest(address) : ` It moved: write ${moved}.`;
      const message = `There is no question at ${address}; it is left out.${remedy}`;
      return problem(examined, warningAt(place, 'related-missing', message));
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
        `There is a question at ${from}, so nobody is sent on from there: remove the line.`,
      );
    }
    const to = scene.redirects.get(from);
    // What leads in a circle is reported where it is read.
    if (to === undefined || addresses.has(to)) return [];
    return at('redirect-broken', `This leads to ${to}, which does not exist.${addresses.suggest(to)}`);
  });
}

function checkDescriptions({ files }: Scene): Problem[] {
  return repetitionsOf(files, 'description', ({ description }) => description);
}

/** Search engines show titles and descriptions to tell pages apart; case does not tell apart. */
function checkTitles({ files }: Scene): Problem[] {
  return repetitionsOf(files, 'title', (entry) => questionTitle(entry).toLowerCase());
}

function repetitionsOf(
  files: readonly Examined[],
  part: 'title' | 'description',
  read: (entry: Entry) => string,
): Problem[] {
  return [...groupBy(files, ({ entry }) => read(entry))]
    .filter(([, sharers]) => sharers.length > 1)
    .flatMap(([, sharers]) =>
      sharers.map((sharer) => {
        const shown = nameOthers(sharers, sharer);
        const message = `The same ${part} stands in ${shown}: each page needs its own.`;
        return problem(sharer, warningAt(sharer.places[part], `${part}-repeated`, message));
      }),
    );
}

/** As many files as are worth naming one by one. */
const fewFiles = 3;

function nameOthers(sharers: readonly Examined[], sharer: Examined): string {
  const count = sharers.length - 1;
  if (count > fewFiles) return `${count} others`;
  return sharers
    .filter((other) => other !== sharer)
    .map(({ file }) => file)
    .join(', ');
}

/** Share of common word triples from which two articles look like one. */
const alike = 0.8;

function checkLikeness({ files }: Scene): Problem[] {
  return alikePairs(
    files.map(({ signature }) => signature),
    alike,
  ).flatMap(({ first, second, likeness }) => {
    const [original, copy] = [files[first], files[second]];
    if (!original || !copy) return [];
    const share = Math.round(100 * likeness);
    const message = `This article is ${share} % like ${original.entry.address}: merge the two, or tell them apart.`;
    return problem(copy, warningAt(copy.places.title, 'near-duplicate', message));
  });
}
