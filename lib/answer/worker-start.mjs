// A thread begins without the TypeScript loader of the program that started it.
import { register } from 'tsx/esm/api';

register();
await import(new URL('worker.ts', import.meta.url).href);
