/**
 * Stands for the state of the content. `npm run dev` puts a module in this one's place and rewrites it whenever a
 * content file changes, which makes the browser show the change.
 */
export const contentStamp = '';
