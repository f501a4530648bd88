import { family, type HostileFile } from './hostile-file';
import { questionFile } from '../question-file';

/** Files that are harmful in combination: they use addresses or ids of other files, or are many. */
export function togetherFiles(): HostileFile[] {
  const topic = 'x'.repeat(400);
  return [
    ...family('dead-link', 60_000, 'refused', [
      { answer: '[x](/learn/physics/questions/nowhere)' },
      { answer: '[x](/nowhere)' },
      { answer: '[x](/%E0%A4%A)' },
      { answer: '[x](/learn/%E0%A4%A)' },
      { answer: '[x](/%00)' },
      { answer: '[x](/../../../etc/passwd)' },
      { answer: '[x](/..%2f..%2f..%2fetc/passwd)' },
      { answer: '[x](/learn/../../../../../etc/passwd)' },
      { answer: '[x](/learn/physics/questions/good-1/../../../x)' },
      { answer: `[x](/${'x'.repeat(5000)})` },
      { answer: `[x](/learn/physics/questions/${'x'.repeat(50_000)})` },
      { answer: '![x](/../../../etc/passwd)' },
      { answer: '![x](/%2e%2e/%2e%2e/etc/passwd)' },
      { answer: '![x](/..%2f..%2fetc/passwd)' },
      { answer: '![x](/icon.svg%00.png)' },
      { answer: '![x](/scripts)' },
      { answer: '![x](/scripts/page.js)' },
    ]),
    ...family('claim', 61_000, 'either', [
      (id) => questionFile(id).replace(/^id: .*/m, 'id: 1'),
      (id) => questionFile(id).replace(/^id: .*/m, 'id: 1'),
      { keys: 'related_article1: { url: /learn/physics/questions/claim-3 }\n' },
      { keys: 'related_article1: { url: /learn/none/questions/none }\n' },
      { date: '9999-12-31' },
      { date: '0000-01-01' },
      { keys: 'date_format: "[<b>] YYYY[</b>]"\n' },
      (id) => questionFile(id).replace(/^id: .*/m, `id: ${Number.MAX_SAFE_INTEGER}`),
    ]),
    // The address of a good file, used by a file in another folder.
    ...['good-1.md', 'physics/below/good-2.md'].map((path, index) => ({
      family: 'claim',
      path,
      content: questionFile(62_000 + index, { title: 'Taken over?', date: '9999-12-31' }),
      fate: 'refused' as const,
    })),
    ...family('topic', 63_000, 'either', [
      ...Array.from({ length: 3 }, () => ({ seo: `  page_keywords: ${topic}\n` })),
      ...Array.from({ length: 3 }, () => ({
        seo: '  page_keywords: "../../../x, <script>, .., a\u00E7, a"\n',
      })),
    ]),
    ...family(
      'copy',
      64_000,
      'either',
      Array.from({ length: 5 }, () => (id: number) => copyOf(id)),
    ),
  ];
}

/** Differs from other copies only in its id. */
function copyOf(id: number): string {
  return questionFile(1).replace(/^id: .*/m, `id: ${id}`);
}
