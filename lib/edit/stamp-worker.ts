import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';

/** Files of a content folder. */
export interface StampRequest {
  folder: string;
  paths: readonly string[];
}

export default function stampFiles({ folder, paths }: StampRequest): string[] {
  return paths.map((path) => stampOf(`${folder}/${path}`));
}

/** Changes whenever a file does, whatever clock or editor changed it; that of a file that is gone matches none. */
function stampOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? [found.ino, found.size, found.mtimeNs, found.ctimeNs].join() : randomUUID();
}
