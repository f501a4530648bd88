import { Catalogue } from '@/lib/catalogue/catalogue';
import { withHashes } from '@/lib/catalogue/entry';
import { addressOf, generateQuestion, sourceForm, subjectFolder, type Library } from './questions';

/** The catalogue of a generated library, without files. */
export function generateCatalogue(library: Library): Catalogue {
  const entries = Array.from({ length: library.count }, (_, index) => {
    const question = generateQuestion(index, library);
    const { id, subject, slug, title, date, description, keywords } = question;
    const shown = {
      id,
      address: addressOf(question),
      slug,
      subject: { slug: subjectFolder(subject), name: subject },
      title,
      question: title,
      author: 'QuickTakes',
      date,
      dateFormat: 'MMM DD, YYYY',
      postOnText: 'Posted on',
      titleSuffix: 'QuickTakes',
      description,
      shortAnswer: undefined,
      sources: [],
      keywords,
      canonical: undefined,
      related: [],
      path: sourceForm.path(question),
    };
    return withHashes(shown, '');
  });
  return new Catalogue(entries, {});
}
