import { Line } from './line';

/** The answer before the answer. */
export function ShortAnswer({ text }: { text: string }) {
  return (
    <section aria-label="In short" className="short-answer">
      <p className="label" data-search-ignore="">
        In short
      </p>
      <p>
        <Line text={text} />
      </p>
    </section>
  );
}
