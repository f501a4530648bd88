import type { ComponentType } from 'react';
import { hydrateRoot } from 'react-dom/client';

import { appPropsSelector, appSelector } from './app-root';

/** Lets React take over the app that `AppRoot` drew on this page. */
export function startApp<Props extends object>(App: ComponentType<Props>): void {
  const root = document.querySelector(appSelector);
  const props = document.querySelector(appPropsSelector)?.textContent;
  // `AppRoot` wrote down what it drew this very component with.
  if (root && props) hydrateRoot(root, <App {...(JSON.parse(props) as Props)} />);
}
