import { spawn } from 'node:child_process';

import { writeSourceContent } from './source-content';

/** Starts a site with documents in the form of the source library. */
const content = process.env.CONTENT_DIR;
if (content === undefined) throw new Error('CONTENT_DIR must say where the content may be written');
await writeSourceContent(content);
spawn(process.execPath, ['scripts/run.mjs', 'start'], { stdio: 'inherit' });
