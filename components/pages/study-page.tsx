import { learnPath, siteUrl } from '@/lib/site';
import type { PageViews } from '@/lib/views/pages';
import { AppRoot } from '../apps/app-root';
import { Study } from '../apps/study/study';

export function StudyPage({ subjects }: PageViews['study']) {
  return (
    <div className="page">
      <h1 className="page-title first-title">Study</h1>
      <noscript>
        <p className="lead">
          Studying needs JavaScript. Without it, every question is found through its{' '}
          <a href={learnPath} className="source-link">
            subject
          </a>
          .
        </p>
      </noscript>
      {subjects.length > 0 ? (
        <AppRoot name="study" app={Study} props={{ subjects, siteUrl: siteUrl() }} />
      ) : (
        <p className="lead">This library has no question to study yet.</p>
      )}
    </div>
  );
}
