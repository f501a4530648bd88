import { Line } from './line';
import { ownDirection } from './own-direction';

/** The short answer above the answer. */
export function ShortAnswer({ text }: { text: string }) {
  return (
    <section aria-label="In short" className="short-answer">
      <p className="label" data-search-ignore="">
        In short
      </p>
      <p {...ownDirection(text)}>
        <Line text={text} />
      </p>
    </section>
  );
}
