/** The editor's keywords for a question. */
export function Topics({ keywords }: { keywords: readonly string[] }) {
  if (keywords.length === 0) return null;
  return (
    <section aria-labelledby="topics" className="mt-12">
      <h2 id="topics" className="label">
        Topics
      </h2>
      <ul className="mt-3 flex flex-wrap gap-2 font-ui text-sm">
        {[...new Set(keywords)].map((keyword) => (
          <li key={keyword} className="chip">
            {keyword}
          </li>
        ))}
      </ul>
    </section>
  );
}
