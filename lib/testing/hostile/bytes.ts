import { questionFile } from '../question-file';
import { family, type HostileFile } from './hostile-file';

const megabytes = 1024 * 1024;

/** Files that are not text, too large, or text in another encoding. */
export function byteFiles(): HostileFile[] {
  const encode = (id: number) => Buffer.from(questionFile(id));
  const around = (bytes: readonly number[]) => (id: number) => {
    const [head = '', tail = ''] = questionFile(id, { answer: 'CUT' }).split('CUT');
    return Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(tail)]);
  };
  return [
    ...family('encoding', 40_000, 'refused', [
      // Invalid lead and continuation bytes, truncated and overlong sequences, surrogates, and code points
      // above the maximum.
      ...[
        [0xff],
        [0xfe],
        [0x80],
        [0xc3],
        [0xe2, 0x82],
        [0xf0, 0x9f, 0x98],
        [0xc0, 0xaf],
        [0xc0, 0xbc],
        [0xe0, 0x80, 0xbc],
        [0xed, 0xa0, 0x80],
        [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
        [0xf8, 0x88, 0x80, 0x80, 0x80],
        [0xe9],
      ].map(around),
      (id) => Buffer.from(questionFile(id), 'utf16le'),
      (id) => Buffer.from(`\uFEFF${questionFile(id)}`, 'utf16le'),
      (id) => Buffer.from(`\uFEFF${questionFile(id)}`, 'utf16le').swap16(),
      (id) => Buffer.from(questionFile(id).replaceAll(/./gsu, '$&\0\0\0')),
      (id) => encode(id).map((byte) => byte ^ 0xff),
      () => Buffer.from([0xef, 0xbb]),
      () => Buffer.from('\uFEFF'),
      (id) => Buffer.from(`\uFEFF\uFEFF${questionFile(id)}`),
      () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]),
      () => Buffer.from('PK\u0003\u0004'),
      () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ]),
    ...family('control', 41_000, 'refused', [
      ...[0, 1, 7, 8, 0x0b, 0x0c, 0x1b, 0x7f].map((byte) => around([byte])),
      ...['\u0080', '\u009B31m', '\u202A', '\u202E', '\u2066', '\u2069'].map((answer) => ({ answer })),
      (id) => `\0${questionFile(id)}`,
      (id) => `${questionFile(id)}\0`,
      (id) => questionFile(id, { title: 'a\0b' }),
      (id) => questionFile(id, { opening: '---\0' }),
      (id) => questionFile(id, { answer: '\b'.repeat(60_000) }),
      (id) => questionFile(id, { answer: '\u202E\n'.repeat(15_000) }),
    ]),
    ...family('mark', 42_000, 'either', [
      (id) => `\uFEFF${questionFile(id)}`,
      (id) => questionFile(id, { answer: '\uFEFF' }),
      (id) => questionFile(id, { title: '\uFEFFx' }),
      (id) => questionFile(id).replaceAll('\n', '\r\n'),
      (id) => questionFile(id).replaceAll('\n', '\r'),
      (id) => questionFile(id).replaceAll('\n', '\u2028'),
      (id) => questionFile(id).replaceAll('\n', '\u0085'),
      (id) => questionFile(id, { answer: 'a\rb\r\rc' }),
      (id) => `\n${questionFile(id)}`,
      (id) => ` ${questionFile(id)}`,
      (id) => questionFile(id, { opening: '--- ' }),
      (id) => questionFile(id, { opening: '----' }),
      (id) => questionFile(id, { opening: '–––' }),
    ]),
    ...family('large', 43_000, 'refused', [
      () => Buffer.alloc(10 * megabytes),
      () => Buffer.alloc(10 * megabytes, 'a'),
      () => Buffer.alloc(10 * megabytes, '\n'),
      () => Buffer.alloc(10 * megabytes, '---\n'),
      (id) => questionFile(id, { answer: 'a '.repeat(5 * megabytes) }),
      (id) => questionFile(id, { keys: 'a: b\n'.repeat(2 * megabytes) }),
      ...Array.from({ length: 14 }, () => () => Buffer.alloc(10 * megabytes, '[')),
      (id) => questionFile(id, { answer: 'a'.repeat(64 * 1024) }),
    ]),
  ];
}
