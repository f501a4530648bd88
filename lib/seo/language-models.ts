import type { Catalogue } from '@/lib/catalogue/catalogue';
import { singleSpaces } from '@/lib/single-spaces';
import {
  absoluteUrl,
  feedPath,
  learnPath,
  markdownPath,
  questionPath,
  site,
  sitemapPath,
  subjectPath,
} from '@/lib/site';

const newestCount = 20;

/**
 * The contents of `llms.txt` (https://llmstxt.org): a description of the site, and how programs can read its
 * texts.
 */
export function writeLanguageModelsText({ subjects, questions }: Catalogue): string {
  const example = markdownPath(questionPath('<subject>', '<question>'));
  const subjectLines = subjects.map(({ slug, name, description, count }) =>
    item(name, subjectPath(slug), [description, `Questions: ${count}.`]),
  );
  const questionLines = questions
    .slice(0, newestCount)
    .map(({ address, question, description }) => item(question, markdownPath(address), [description]));
  return (
    [
      `# ${site.name}`,
      `> ${site.description}`,
      `Each question has its own page. Its text as Markdown, with a short front matter, is at the address of the page with \`.md\` after it: \`${example}\`.`,
      `## Subjects\n\n${subjectLines.join('\n')}`,
      `## Newest questions\n\n${questionLines.join('\n')}`,
      `## Optional\n\n${[
        item('All subjects', learnPath, []),
        item('Sitemap', sitemapPath, ['The addresses of all pages and the days on which they changed.']),
        item('Atom feed', feedPath('atom'), ['The newest questions in full.']),
      ].join('\n')}`,
    ].join('\n\n') + '\n'
  );
}

function item(name: string, path: string, notes: readonly (string | undefined)[]): string {
  const said = notes.filter((note) => note !== undefined).map(singleSpaces);
  const label = singleSpaces(name).replace(/[\\[\]]/g, '\\$&');
  return `- [${label}](${absoluteUrl(path)})${said.length > 0 ? `: ${said.join(' ')}` : ''}`;
}
