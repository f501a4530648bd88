import type { ShownImage } from '@/lib/answer/image-file';
import { inspectAnswer, type InspectedAnswer } from '@/lib/answer/inspect';
import { parseAnswer, type ParsedAnswer } from '@/lib/answer/parse';
import type { Remark } from '@/lib/answer/remark';
import { renderAnswer, type RenderedAnswer } from '@/lib/answer/render';
import { hashOf, toEntry, type Entry } from '@/lib/catalogue/entry';
import { words } from '@/lib/catalogue/nearest';
import { readArticle, type Article, type Reading, type SourceFile } from '@/lib/source/article';
import { errorAt, hasErrors, warningAt, type Finding, type Place, type Problem } from '@/lib/source/problem';
import { packPlaces, type KeyPlaces } from './key-places';
import { placeholders, template } from './template';
import { signatureOf, type Signature } from './minhash';

/** Words below which an answer is thin. */
const fewWords = 40;

/** Characters of a description that search engines show, with room for the older library's longer ones. */
const descriptionLength = { least: 50, most: 320 };

/** What one file says, and what is wrong with it whatever the other files say. Plain data. */
export interface Examination {
  /** Nothing when a problem is an error. */
  entry: Entry | undefined;
  /** Then, what it would be as far as it is known: what is not is empty, or 0. Nothing where there is no answer either. */
  unfinished: Entry | undefined;
  problems: Problem[];
  places: KeyPlaces;
  links: { address: string; fragment?: string; place: Place }[];
  /** What links may lead to in its answer, with spaces between: most have a handful, and no id has a space. */
  anchors: string;
  /** Images that its answer shows: what was found holds while they are as they were. */
  images: Pick<ShownImage, 'address' | 'stamp'>[];
  signature: Signature;
  /** Of the answer and the short answer: the same for files that answer alike, whichever form they have. */
  answerHash: string;
}

/** Examines one content file. */
export function examine(source: SourceFile): Examination {
  return examineParsed(source).examination;
}

/** Examines one content file and, where no problem is an error, renders its answer: it is parsed once for both. */
export function examineAndRender(source: SourceFile): {
  examination: Examination;
  rendered: RenderedAnswer | undefined;
} {
  const { examination, parsed } = examineParsed(source);
  return { examination, rendered: examination.entry && parsed && renderAnswer(parsed) };
}

function examineParsed(source: SourceFile): { examination: Examination; parsed: ParsedAnswer | undefined } {
  const reading = readArticle(source);
  const { article = reading.unfinished, placeOf, placeInAnswer } = reading;
  const parsed = article && parseAnswer(article.answer);
  const answer = parsed && inspectAnswer(parsed);
  const remarks = (answer?.remarks ?? []).map((remark) => toFinding(remark, reading, source));
  const images = parsed?.tree?.images ?? [];
  const findings = article
    ? [
        ...remarks,
        ...checkAmounts(reading, article, answer?.words.length ?? 0),
        ...checkHeadings(reading, article, answer?.headings ?? []),
        ...checkPlaceholders(reading, article),
      ]
    : [];
  const problems = [...reading.problems, ...findings.map((finding) => ({ file: source.file, ...finding }))];
  const entry = article && toEntry(article, source, sizesOf(images));
  const isFinished = !hasErrors(problems);
  const examination = {
    entry: isFinished ? entry : undefined,
    unfinished: isFinished ? undefined : entry,
    problems,
    places: packPlaces(
      {
        id: placeOf(['id']),
        title: placeOf(['title']),
        subject: placeOf(['subject']),
        description: placeOf(['seo', 'page_description']),
        canonical: placeOf(['canonical']),
        answer: placeInAnswer(article ? startOf(article) : 0),
      },
      article?.related.map((_, index) => placeOf([`related_article${index + 1}`, 'url'])) ?? [],
    ),
    links:
      answer?.links.map(({ address, fragment, offset }) => ({
        address,
        ...(fragment !== undefined && { fragment }),
        place: placeInAnswer(offset),
      })) ?? [],
    anchors: answer?.anchors.join(' ') ?? '',
    answerHash: article && parsed ? hashAnswer(article.shortAnswer, parsed.markdown) : '',
    images: images.map(({ address, stamp }) => ({ address, stamp })),
    signature: article ? signatureOf([...words(article.title), ...(answer?.words ?? [])]) : '',
  };
  return { examination, parsed };
}

function toFinding(
  { offset, severity, code, message, fix }: Remark,
  reading: Reading,
  source: SourceFile,
): Finding {
  const { placeInAnswer, article = reading.unfinished } = reading;
  const finding = { ...placeInAnswer(offset), severity, code, message };
  if (!fix || !article || !mayStand(fix.text, article.answer, source)) return finding;
  const text = article.answer.form === 'escaped' ? fix.text.replaceAll('\n', '\\n') : fix.text;
  return { ...finding, fix: { until: placeInAnswer(fix.end), text } };
}

/**
 * Whether a mend may be written into a file as it is. The one line of an answer may stand between quotation marks, or on
 * several lines of the file, where backslashes and quotation marks mean something to YAML.
 */
function mayStand(mend: string, { form, text }: Article['answer'], { bytes }: SourceFile): boolean {
  if (form === 'markdown') return true;
  const file = Buffer.from(bytes).toString();
  const at = file.indexOf(text);
  return (
    at !== -1 &&
    (file.charAt(at - 1) !== '"' || !/[\\"]/.test(mend)) &&
    (file.charAt(at - 1) !== "'" || !mend.includes("'"))
  );
}

/** What pages show of images. */
function sizesOf(images: readonly ShownImage[]): [address: string, size: ShownImage['size']][] {
  return images.map(({ address, size }) => [address, size]);
}

/** Where an answer begins, as an offset in its text. */
function startOf({ answer }: Article): number {
  return Math.max(0, answer.text.search(/\S/));
}

function hashAnswer(shortAnswer: string | undefined, markdown: string): string {
  const said = JSON.stringify([shortAnswer, markdown.trim().replaceAll('\r\n', '\n')]);
  // It is compared with a few others only.
  return hashOf(Buffer.from(said)).slice(0, 16);
}

function checkAmounts({ placeOf, placeInAnswer }: Reading, article: Article, wordCount: number): Finding[] {
  const findings: Finding[] = [];
  if (wordCount < fewWords) {
    const message = `The answer has ${wordCount} words: most questions need 250 to 700.`;
    findings.push(warningAt(placeInAnswer(startOf(article)), 'answer-thin', message));
  }
  const { length } = article.description;
  const { least, most } = descriptionLength;
  // None is known where the key is reported.
  if (length > 0 && (length < least || length > most)) {
    const message = `The description has ${length} characters, expected ${least} to ${most}: one sentence that says what the page answers.`;
    findings.push(warningAt(placeOf(['seo', 'page_description']), 'description-length', message));
  }
  return findings;
}

/** The title stands above the answer already. Signs and capitals do not tell a heading from it. */
function checkHeadings(
  { placeInAnswer }: Reading,
  { title, question }: Article,
  headings: InspectedAnswer['headings'],
): Finding[] {
  const titles = [title, question].map((text) => words(text).join(' ')).filter((text) => text !== '');
  return headings
    .filter(({ text }) => titles.includes(words(text).join(' ')))
    .map(({ offset }) => {
      const message =
        'This heading repeats the title, which stands above the answer already: remove it, or say what its part answers.';
      return warningAt(placeInAnswer(offset), 'heading-title', message);
    });
}

/** What `npm run new` writes stands for something that an editor has to write. */
function checkPlaceholders({ placeOf, placeInAnswer }: Reading, article: Article): Finding[] {
  const at = (place: Place, found: string) =>
    errorAt(
      place,
      'placeholder',
      `This is what the template says, "${found}": replace it with your own words.`,
    );
  const { text } = article.answer;
  return [
    ...(article.description === template.description
      ? [at(placeOf(['seo', 'page_description']), template.description)]
      : []),
    ...(article.keywords.join(', ') === template.keywords
      ? [at(placeOf(['seo', 'page_keywords']), template.keywords)]
      : []),
    ...placeholders.flatMap((sentence) => {
      const offset = text.indexOf(sentence);
      return offset === -1 ? [] : [at(placeInAnswer(offset), sentence)];
    }),
  ];
}
