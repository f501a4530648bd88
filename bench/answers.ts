import fc from 'fast-check';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

import { findSpans } from '@/lib/answer/spans';
import { decodeEscapes } from '@/lib/answer/escapes';
import { renderMarkdown } from '@/lib/answer/render';
import { encodeAnswer, sampleAnswers } from '@/lib/answer/sample-answers';
import { describeDurations, milliseconds } from './running/figures';

const decodedCount = 10_000;
const renderedCount = 1000;
const seed = 20_261_123;

/** Measures how many generated answers are decoded correctly, and the contexts of the failures. */
export function measureDecoding(): string[] {
  const failures = new Map<string, number>();
  const durations: number[] = [];
  for (const markdown of fc.sample(sampleAnswers(true), { numRuns: decodedCount, seed })) {
    const line = encodeAnswer(markdown);
    const started = performance.now();
    const decoded = decodeEscapes(line);
    durations.push(performance.now() - started);
    if (decoded !== markdown) {
      const place = placeOfFailure(markdown, decoded);
      failures.set(place, (failures.get(place) ?? 0) + 1);
    }
  }
  const failed = [...failures.values()].reduce((sum, count) => sum + count, 0);
  const rate = ((100 * (decodedCount - failed)) / decodedCount).toFixed(2);
  const classes = [...failures].map(([place, count]) => `${place}: ${count}`).join(', ') || 'none';
  const { median, p99 } = describeDurations(durations);
  return [
    `Round trip of ${decodedCount} escaped answers: ${rate} % (failures in ${classes})`,
    `Decoding one: median ${milliseconds(median)}, p99 ${milliseconds(p99)}`,
  ];
}

function placeOfFailure(markdown: string, decoded: string): string {
  const offset = markdown.split('').findIndex((char, index) => char !== decoded.charAt(index));
  const context = findSpans(markdown).find(({ start, end }) => start <= offset && offset < end);
  return context?.kind === 'fence' ? `code in ${context.language}` : (context?.kind ?? 'prose');
}

/** Measures the time to render an answer, compared with remark and rehype. */
export function measureRendering(): string[] {
  const answers = fc.sample(sampleAnswers(false), { numRuns: renderedCount, seed });
  const bare = answers.map(withoutMathAndCode);
  const plain = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).freeze();
  const throughPlain = (text: string) => String(plain.processSync(text));
  time(bare, throughPlain);
  time(bare, renderMarkdown);
  const base = time(bare, throughPlain);
  const ours = time(bare, renderMarkdown);
  const full = time(answers, renderMarkdown);
  const line = (name: string, { median, p99 }: { median: number; p99: number }) =>
    `${name}: median ${milliseconds(median)}, p99 ${milliseconds(p99)}`;
  return [
    line(`Rendering one of ${renderedCount} answers without formulas or code blocks`, ours),
    line('The same with remark-gfm and rehype', base),
    `Ratio of the medians: ${(ours.median / base.median).toFixed(2)}`,
    line('Rendering one with formulas and code', full),
  ];
}

function withoutMathAndCode(markdown: string): string {
  return findSpans(markdown)
    .filter(({ kind }) => kind !== 'code-span')
    .reduceRight((text, { start, end }) => `${text.slice(0, start)}word${text.slice(end)}`, markdown);
}

function time(texts: readonly string[], render: (text: string) => unknown) {
  const durations: number[] = [];
  for (const text of texts) {
    const started = performance.now();
    render(text);
    durations.push(performance.now() - started);
  }
  return describeDurations(durations);
}
