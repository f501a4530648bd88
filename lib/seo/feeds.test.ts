import { XmlDocument } from 'libxml2-wasm';
import { expect, test } from 'vitest';

import { feedId, writeFeed, type Feed } from './feeds';

const hostile = 'a < b & "c" ]]> </title>\u0000';

const feed: Feed = {
  id: feedId('/learn/law'),
  title: `Law ${hostile}`,
  description: hostile,
  pageUrl: 'https://library.example/learn/law?a&b',
  feedUrl: 'https://library.example/learn/law/atom.xml',
  updated: '2025-03-04',
  items: [
    {
      id: feedId('question/7'),
      url: 'https://library.example/learn/law/questions/a',
      title: hostile,
      summary: hostile,
      html: '<p>1 &lt; 2</p>',
      author: hostile,
      published: '2025-01-02',
      updated: '2025-03-04',
      keywords: [hostile, 'tort'],
    },
  ],
};
const shown = hostile.replace('\u0000', '\uFFFD');

test('Atom carries every text as it is', () => {
  const document = XmlDocument.fromString(writeFeed('atom', feed));
  const text = (path: string) => document.get(path, { a: 'http://www.w3.org/2005/Atom' })?.content;
  expect(text('/a:feed/a:title')).toBe(`Law ${shown}`);
  expect(text('/a:feed/a:updated')).toBe('2025-03-04T00:00:00Z');
  expect(text('//a:entry/a:id')).toBe('tag:localhost,2025:question/7');
  expect(text('//a:entry/a:title')).toBe(shown);
  expect(text('//a:entry/a:author/a:name')).toBe(shown);
  expect(text('//a:entry/a:category[1]/@term')).toBe(shown);
  expect(text('//a:entry/a:published')).toBe('2025-01-02T00:00:00Z');
  expect(text('//a:entry/a:content[@type="html"]')).toBe('<p>1 &lt; 2</p>');
  document.dispose();
});

test('RSS carries texts as texts and HTML as HTML', () => {
  const document = XmlDocument.fromString(writeFeed('rss', feed));
  const text = (path: string) =>
    document.get(path, {
      content: 'http://purl.org/rss/1.0/modules/content/',
      dc: 'http://purl.org/dc/elements/1.1/',
    })?.content;
  expect(text('/rss/channel/link')).toBe('https://library.example/learn/law?a&b');
  expect(text('//item/title')).toBe(shown);
  expect(text('//item/pubDate')).toBe('Thu, 02 Jan 2025 00:00:00 GMT');
  expect(text('//item/guid[@isPermaLink="false"]')).toBe('tag:localhost,2025:question/7');
  expect(text('//item/dc:creator')).toBe(shown);
  // HTML in RSS: a reader that decodes it sees the text.
  expect(text('//item/description')).toBe('a &lt; b &amp; &quot;c&quot; ]]&gt; &lt;/title&gt;\uFFFD');
  expect(text('//item/content:encoded')).toBe('<p>1 &lt; 2</p>');
  document.dispose();
});

test('a JSON Feed has the same contents', () => {
  expect(JSON.parse(writeFeed('json', feed))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    items: [
      {
        id: 'tag:localhost,2025:question/7',
        title: hostile,
        content_html: '<p>1 &lt; 2</p>',
        date_published: '2025-01-02T00:00:00Z',
        date_modified: '2025-03-04T00:00:00Z',
        authors: [{ name: hostile }],
        tags: [hostile, 'tort'],
      },
    ],
  });
});
