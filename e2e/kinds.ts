import { learnPath, questionPath, searchPath, studyPath, subjectPath } from '@/lib/site';

/** The address of one page of every kind in the library of this repository. */
export const kinds = {
  home: '/',
  subjects: learnPath,
  subject: subjectPath('medicine'),
  index: `${subjectPath('mathematics')}/a-z`,
  topic: `${subjectPath('medicine')}/topics/peripheral-artery-disease`,
  prose: questionPath(
    'medicine',
    'describe-the-process-and-purpose-of-balloon-angioplasty-in-endovascular-interventions',
  ),
  formulas: questionPath('mathematics', 'how-does-newtons-method-find-a-root'),
  code: questionPath('computer-science', 'what-does-a-pointer-hold-in-c'),
  table: questionPath(
    'medicine',
    'list-the-symptoms-associated-with-acute-arterial-occlusion-known-as-the-six-ps',
  ),
  search: searchPath,
  study: studyPath,
  missing: '/no-such-page',
} as const;

/** An archive page. Only the site of source documents is large enough to have one. */
export const archivePage = `${subjectPath('history')}/page/2`;
