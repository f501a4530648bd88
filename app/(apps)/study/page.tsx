import '@/app/answer.css';
import '@/app/apps.css';
import '@/app/code.css';
import '@/app/math.css';
import '@/app/study.css';

import { notFound } from 'next/navigation';

import { AppRoot } from '@/components/app-root';
import { PageHead } from '@/components/page-head';
import { pageView } from '@/lib/pages/current';
import { pageMetadata, unlisted } from '@/lib/seo/metadata';
import { learnPath, site, siteUrl, studyPath } from '@/lib/site';
import { Study } from './study';

const metadata = {
  ...pageMetadata({
    title: `Study - ${site.name}`,
    description: `Learn the answers of the ${site.name} library by heart, a few questions a day.`,
    path: studyPath,
  }),
  robots: unlisted,
};

export default async function StudyPage() {
  const { subjects } = (await pageView('study')) ?? notFound();
  return (
    <div className="page">
      <PageHead {...metadata} />
      <h1 className="page-title">Study</h1>
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
