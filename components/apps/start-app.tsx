import type { ComponentType } from 'react';
import { hydrateRoot } from 'react-dom/client';

import { appPropsSelector, appSelector } from './app-root';

/** Hydrates the application that `AppRoot` rendered on this page. */
export function startApp<Props extends object>(App: ComponentType<Props>): void {
  const root = document.querySelector(appSelector);
  const props = document.querySelector(appPropsSelector)?.textContent;
  // The props were written by `AppRoot` for the same component.
  if (root && props) hydrateRoot(root, <App {...(JSON.parse(props) as Props)} />);
}
