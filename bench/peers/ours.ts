import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { sourceForm } from '../library/questions';
import { before, copyProject, installPackages, isHere, type Version } from '../running/project-copy';
import { site, type Peer } from './peer';

interface Ours extends Peer {
  version: Version;
}

/** A copy of this project as a peer. Its documents have the form of the source library. */
function ours(id: string, name: string, version: Version, pictures: number | undefined): Ours {
  return {
    id,
    name,
    folder: version === 'now' ? 'now' : version.commit,
    missing: undefined,
    version,
    async prepare(folder) {
      const project = join(folder, 'project');
      if (existsSync(project)) return;
      await copyProject(project, version);
      await installPackages(project);
    },
    command: ['node', 'scripts/run.mjs', 'build'],
    env: (folder) => ({
      CONTENT_DIR: join(folder, 'library'),
      OUT_DIR: join(folder, 'out'),
      SITE_URL: site,
      ...(pictures !== undefined && { SOCIAL_IMAGES: String(pictures) }),
    }),
    paths: {
      cwd: 'project',
      content: 'library',
      site: 'out',
      component: 'project/components/pages/question-page.tsx',
    },
    left: ['out', 'out.releases', 'project/.cache', 'project/.next'],
    form: sourceForm,
    kept: 3,
  };
}

/** This project without social images: the current version and an earlier one. */
export async function ourVersions(): Promise<Ours[]> {
  const { commit } = before;
  const missing = (await isHere(before)) ? undefined : `commit ${commit} is not in this clone`;
  return [
    ours('now', 'QuickTakes', 'now', 0),
    { ...ours('before', `QuickTakes at ${commit}`, before, 0), missing },
  ];
}

/** This project, with the default number of social images. */
export const withPictures = ours('pictures', 'QuickTakes, social images', 'now', undefined);
