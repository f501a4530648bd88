import type { Subject } from '@/lib/catalogue/catalogue';
import type { Topic } from '@/lib/catalogue/topics';
import { topicPath } from '@/lib/site';

interface Props {
  keywords: readonly string[];
  subject: Subject;
  /** Those of the subject that have pages. */
  pages: readonly Topic[];
}

/** The editor's keywords for a question, which lead on where others share them. */
export function Topics({ keywords, subject, pages }: Props) {
  const pageOf = (keyword: string) => pages.find(({ name }) => name.toLowerCase() === keyword.toLowerCase());
  if (keywords.length === 0) return null;
  return (
    <section aria-labelledby="topics" className="topics">
      <h2 id="topics" className="label">
        Topics
      </h2>
      <ul className="chips">
        {[...new Set(keywords)].map((keyword) => (
          <li key={keyword}>
            <TopicChip keyword={keyword} subject={subject} page={pageOf(keyword)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TopicChip({
  keyword,
  subject,
  page,
}: {
  keyword: string;
  subject: Subject;
  page: Topic | undefined;
}) {
  if (!page) return <span className="chip">{keyword}</span>;
  return (
    <a href={topicPath(subject.slug, page.slug)} className="chip">
      {keyword}
    </a>
  );
}
