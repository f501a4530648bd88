import type { ComponentType } from 'react';

import { scriptData } from '@/lib/seo/script-data';

/** Selects the root element that {@link AppRoot} renders. */
export const appSelector = '[data-app]';
export const appPropsSelector = '[data-app-props]';

interface Props<AppProps> {
  /** Name of the script `/scripts/apps/<name>.js`. */
  name: 'search' | 'study';
  app: ComponentType<AppProps>;
  /** Plain data that can be serialized as JSON. */
  props: AppProps;
}

/**
 * An application on its page. It is rendered by the build and hydrated in the browser with the same props,
 * either by Next.js or, in a release, by the application's own script.
 */
export function AppRoot<AppProps extends object>({ name, app: App, props }: Props<AppProps>) {
  return (
    <>
      <div data-app="" className="app wide">
        <App {...props} />
      </div>
      {process.env.NEXT_RUNTIME === undefined && (
        <>
          <script
            type="application/json"
            data-app-props=""
            dangerouslySetInnerHTML={{ __html: scriptData(props) }}
          />
          {/* Style sheets come first, because the page can be read before the script runs. */}
          <script type="module" src={`/scripts/apps/${name}.js`} fetchPriority="low" />
        </>
      )}
    </>
  );
}
