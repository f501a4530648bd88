import { PictureMaker } from '@/lib/social-image/picture-maker';
import { accents } from '@/lib/catalogue/subjects';
import { describeDurations, milliseconds } from './running/figures';

const titles = [
  'What is a tort?',
  "How does Newton's method find a root?",
  'What is the difference between a stack and a queue, and when is each of them used?',
  'Describe how the kidneys keep the volume and the composition of the blood within narrow limits.',
  'Why is √(x² + 1) ≥ |x|, and what follows for Δx → 0?',
  'List the causes of the First World War, explain how they worked together in the summer of 1914, and judge which of them the great powers could have removed in the decade before it.',
];
const rounds = 10;

/** Measures the time to make one social image without the cache. */
export async function measureSocialImages(): Promise<string[]> {
  const maker = await PictureMaker.load();
  const make = (round: number, title: string) => {
    const accent = accents[round % accents.length] ?? 'blue';
    return maker.png({ label: 'Mathematics', title, lead: '', accent });
  };
  for (const title of titles) make(0, title);
  const durations: number[] = [];
  const sizes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const title of titles) {
      const started = performance.now();
      const png = make(round, title);
      durations.push(performance.now() - started);
      sizes.push(png.byteLength);
    }
  }
  const { median, p99 } = describeDurations(durations);
  const size = describeDurations(sizes);
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;
  return [
    `Making one social image: median ${milliseconds(median)}, p99 ${milliseconds(p99)}`,
    `Its size: median ${kilobytes(size.median)}, largest ${kilobytes(Math.max(...sizes))}`,
  ];
}
