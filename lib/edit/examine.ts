import type { ShownImage } from '@/lib/answer/image-file';
import { examineAnswer, type AnswerExamination } from '@/lib/answer/examine-answer';
import { parseAnswer, type ParsedAnswer } from '@/lib/answer/parse';
import type { Remark } from '@/lib/answer/remark';
import { renderAnswer, type RenderedAnswer } from '@/lib/answer/render';
import { hashOf, toEntry, type Entry } from '@/lib/catalogue/entry';
import { words } from '@/lib/catalogue/nearest';
import { readArticle, type Article, type Reading, type SourceFile } from '@/lib/source/article';
import {
  boundProblems,
  errorAt,
  hasErrors,
  warningAt,
  type Finding,
  type Place,
  type Problem,
} from '@/lib/source/problem';
import { packPlaces, type KeyPlaces } from './key-places';
import { placeholders, template } from './template';
import { signatureOf, type Signature } from './minhash';

/** Minimum number of words of an answer; fewer cause the warning `answer-thin`. */
const minWords = 40;

/**
 * Accepted length of a description in characters. The recommended length is 110 to 160, but many descriptions
 * of the source library are longer.
 */
const descriptionLength = { min: 50, max: 320 };

/** The contents of one file and its problems, independent of all other files. Plain data. */
export interface Examination {
  /** Undefined if a problem is an error. */
  entry: Entry | undefined;
  /**
   * For a file with an error: its readable values, in which missing values are empty or 0; undefined if there
   * is no answer. For any other file: undefined.
   */
  unfinished: Entry | undefined;
  problems: readonly Problem[];
  places: KeyPlaces;
  links: readonly { address: string; fragment?: string; place: Place }[];
  /**
   * Ids in the answer that links can lead to, separated by spaces. Most answers have a handful, and no id
   * contains a space.
   */
  anchors: string;
  /** Local images that the answer shows. The examination is valid as long as their stamps do not change. */
  images: readonly Pick<ShownImage, 'address' | 'stamp'>[];
  /** MinHash signature of the words of title and answer; empty if the file could not be read. */
  signature: Signature;
  /**
   * Hash of the answer and the short answer. Equal for files with the same answer, whichever form of a
   * content file they have.
   */
  answerHash: string;
}

/** Examines one content file. */
export function examine(source: SourceFile): Examination {
  return parseAndExamine(source).examination;
}

/**
 * Examines one content file and, unless a problem is an error, renders its answer. Parses the answer only
 * once.
 */
export function examineAndRender(source: SourceFile): {
  examination: Examination;
  rendered: RenderedAnswer | undefined;
} {
  const { examination, parsed } = parseAndExamine(source);
  return { examination, rendered: examination.entry && parsed && renderAnswer(parsed) };
}

function parseAndExamine(source: SourceFile): { examination: Examination; parsed: ParsedAnswer | undefined } {
  const reading = readArticle(source);
  const { article = reading.unfinished, placeOf, placeInAnswer } = reading;
  const parsed = article && parseAnswer(article.answer);
  const answer = parsed && examineAnswer(parsed);
  const remarks = (answer?.remarks ?? []).map((remark) => toFinding(remark, reading, source));
  const images = parsed?.tree?.images ?? [];
  const findings = article
    ? [
        ...remarks,
        ...checkLengths(reading, article, answer?.words.length ?? 0),
        ...checkHeadings(reading, article, answer?.headings ?? []),
        ...checkPlaceholders(reading, article),
      ]
    : [];
  const problems = boundProblems([
    ...reading.problems,
    ...findings.map((finding) => ({ file: source.file, ...finding })),
  ]);
  const entry = article && toEntry(article, source, sizesOf(images));
  const hasNoErrors = !hasErrors(problems);
  const examination = {
    entry: hasNoErrors ? entry : undefined,
    unfinished: hasNoErrors ? undefined : entry,
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
  if (!fix || !article || !canInsert(fix.text, article.answer, source)) return finding;
  const text = article.answer.form === 'escaped' ? fix.text.replaceAll('\n', '\\n') : fix.text;
  return { ...finding, fix: { until: placeInAnswer(fix.end), text } };
}

/**
 * Whether a fix can be inserted into a file unchanged. An answer on one line may be between quotation marks
 * or on several lines of the file, where backslashes and quotation marks have a special meaning in YAML.
 */
function canInsert(fixText: string, { form, text }: Article['answer'], { bytes }: SourceFile): boolean {
  if (form === 'markdown') return true;
  const file = Buffer.from(bytes).toString();
  const at = file.indexOf(text);
  return (
    at !== -1 &&
    (file.charAt(at - 1) !== '"' || !/[\\"]/.test(fixText)) &&
    (file.charAt(at - 1) !== "'" || !fixText.includes("'"))
  );
}

/** The sizes of images that pages contain. */
function sizesOf(images: readonly ShownImage[]): [address: string, size: ShownImage['size']][] {
  return images.map(({ address, size }) => [address, size]);
}

/** Offset of the first visible character of an answer. */
function startOf({ answer }: Article): number {
  return Math.max(0, answer.text.search(/\S/));
}

function hashAnswer(shortAnswer: string | undefined, markdown: string): string {
  const said = JSON.stringify([shortAnswer, markdown.trim().replaceAll('\r\n', '\n')]);
  // A short hash is enough, because it is compared with only a few others.
  return hashOf(Buffer.from(said)).slice(0, 16);
}

function checkLengths({ placeOf, placeInAnswer }: Reading, article: Article, wordCount: number): Finding[] {
  const findings: Finding[] = [];
  if (wordCount < minWords) {
    const message = `The answer has ${wordCount} words, expected at least ${minWords}: answer the question in full. Most answers have 250 to 700 words.`;
    findings.push(warningAt(placeInAnswer(startOf(article)), 'answer-thin', message));
  }
  const { length } = article.description;
  const { min, max } = descriptionLength;
  // The length is 0 if the key has a problem of its own.
  if (length > 0 && (length < min || length > max)) {
    const message = `The description has ${length} characters, expected ${min} to ${max}: write one sentence of 110 to 160 characters that says what the page answers.`;
    findings.push(warningAt(placeOf(['seo', 'page_description']), 'description-length', message));
  }
  return findings;
}

/**
 * Reports headings that repeat the title or the question, because the page shows the title above the answer.
 * The comparison ignores punctuation and case.
 */
function checkHeadings(
  { placeInAnswer }: Reading,
  { title, question }: Article,
  headings: AnswerExamination['headings'],
): Finding[] {
  const titles = [title, question].map((text) => words(text).join(' ')).filter((text) => text !== '');
  return headings
    .filter(({ text }) => titles.includes(words(text).join(' ')))
    .map(({ offset }) => {
      const message =
        'This heading repeats the title, which the page shows above the answer: remove it, or name the contents of its section.';
      return warningAt(placeInAnswer(offset), 'heading-title', message);
    });
}

/** Finds texts of the template of `npm run new` that an editor has to replace. */
function checkPlaceholders({ placeOf, placeInAnswer }: Reading, article: Article): Finding[] {
  const at = (place: Place, found: string) =>
    errorAt(place, 'placeholder', `Found text of the template, "${found}": replace it with your own text.`);
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
