import { site } from '@/lib/site';

/** The site's name with its logo: a page with a turned corner and a tick. */
export function Wordmark() {
  return (
    <>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="none" stroke="currentColor">
        <path d="M5 3h10l5 5v13H5z" strokeWidth="1.75" strokeLinejoin="round" />
        <path d="M8.5 14.5l2.75 2.75 5-6.5" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {site.name}
    </>
  );
}
