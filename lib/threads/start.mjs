// A thread begins without the TypeScript loader of the program that started it.
import { pathToFileURL } from 'node:url';
import { workerData } from 'node:worker_threads';

import { register } from 'tsx/esm/api';

register();
await import(pathToFileURL(String(workerData)).href);
