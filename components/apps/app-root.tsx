import type { ComponentType } from 'react';

import { scriptData } from '@/lib/seo/script-data';

/** Marks, for {@link AppRoot}'s script, where the app stands and what it was drawn with. */
export const appSelector = '[data-app]';
export const appPropsSelector = '[data-app-props]';

interface Props<AppProps> {
  /** Its script is `/scripts/apps/<name>.js`. */
  name: 'search' | 'study';
  app: ComponentType<AppProps>;
  /** Plain data. */
  props: AppProps;
}

/**
 * An app on its page: rendered already, and hydrated in the browser with the same props. Next.js does that for what it
 * renders; in a release, the app's own script does.
 */
export function AppRoot<AppProps extends object>({ name, app: App, props }: Props<AppProps>) {
  return (
    <>
      <div data-app="">
        <App {...props} />
      </div>
      {process.env.NEXT_RUNTIME === undefined && (
        <>
          <script
            type="application/json"
            data-app-props=""
            dangerouslySetInnerHTML={{ __html: scriptData(props) }}
          />
          {/* The page can be read before it: styles come first. */}
          <script type="module" src={`/scripts/apps/${name}.js`} fetchPriority="low" />
        </>
      )}
    </>
  );
}
