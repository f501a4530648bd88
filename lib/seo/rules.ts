/** The source of a rule. */
export interface Rule {
  source: string;
  /** The day since which the rule is valid; for an old rule, the day on which it was added here. */
  asOf: string;
}

/** The values that a field allows: one of {@link values}, or a shape. */
export interface Field {
  holds: readonly string[];
  required: boolean;
  /** Whether a list is allowed. */
  many: boolean;
  /** The only allowed text. */
  exactly?: string;
}

/** A kind of node and its allowed fields. */
export interface Shape extends Rule {
  type: string;
  fields: Readonly<Record<string, Field>>;
}

function needs(...holds: string[]): Field {
  return { holds, required: true, many: false };
}

function may(...holds: string[]): Field {
  return { holds, required: false, many: false };
}

function list(field: Field): Field {
  return { ...field, many: true };
}

function exactly(text: string): Field {
  return { ...needs('Text'), exactly: text };
}

const search = 'https://developers.google.com/search/docs';
const feature = `${search}/appearance/structured-data`;

function google(page: string, asOf = '2026-11-24'): Rule {
  return { source: page, asOf };
}

function schemaOrg(type: string): Rule {
  return { source: `https://schema.org/${type}`, asOf: '2026-11-24' };
}

/** Kinds of values other than nodes. */
export const values = {
  Text: 'a text that is not empty',
  URL: 'an absolute address',
  PageURL: "the page's absolute address; for a page that names another as canonical, that one's",
  Date: 'a day, YYYY-MM-DD',
  Integer: 'a whole number above 0',
  Boolean: 'true or false',
  Reference: 'the @id of a node',
} as const;

/**
 * The rules for every published page, each with its source: required contents of a head, required structured
 * data of each page, required and allowed fields of each kind of node, and forbidden kinds of nodes.
 */
export const rules = {
  head: {
    title: {
      ...google(`${search}/appearance/title-link`),
      expected: 'one title that is not empty',
    },
    description: {
      ...google(`${search}/appearance/snippet`),
      expected: 'one description that is not empty',
    },
    canonical: {
      ...google(`${search}/crawling-indexing/consolidate-duplicate-urls`),
      expected:
        "one canonical: the page's own absolute address, or that of the same question in another subject",
    },
    listed: {
      ...google(`${search}/crawling-indexing/robots-meta-tag`),
      expected: ['max-image-preview:large', 'max-snippet:-1'],
    },
    unlisted: { ...google(`${search}/crawling-indexing/block-indexing`), expected: 'noindex' },
    // The site is in one language.
    hreflang: { ...google(`${search}/specialty/international/localized-versions`), expected: 'no hreflang' },
    script: {
      ...google(`${search}/appearance/structured-data/intro-structured-data`),
      expected: 'one script of JSON-LD with an @graph',
    },
  },

  /**
   * The required nodes of each page. A question may also have the node that `questionMarkup` of `lib/site.ts`
   * selects.
   */
  pages: {
    home: ['Organization', 'WebSite'],
    question: ['Article', 'BreadcrumbList'],
    collection: ['CollectionPage', 'BreadcrumbList'],
  },

  /** Types that Google ignores, or allows only for other pages. */
  refused: {
    FAQPage: google('https://developers.google.com/search/updates', '2026-05-07'),
    HowTo: google('https://developers.google.com/search/blog/2023/08/howto-faq-changes', '2023-09-13'),
    // Allowed only if readers send their questions, see `questionMarkup`.
    QAPage: google(`${feature}/qapage`),
  },

  shapes: {
    Article: {
      ...google(`${feature}/article`),
      type: 'Article,LearningResource',
      fields: {
        '@id': needs('URL'),
        headline: needs('Text'),
        description: needs('Text'),
        url: needs('PageURL'),
        mainEntityOfPage: needs('PageURL'),
        abstract: may('Text'),
        image: may('URL'),
        author: list(needs('Body', 'Person')),
        publisher: needs('Organization'),
        datePublished: needs('Date'),
        dateModified: needs('Date'),
        about: needs('Thing'),
        keywords: list(may('Text')),
        citation: list(may('CreativeWork')),
        isPartOf: needs('Part'),
        inLanguage: needs('Text'),
        isAccessibleForFree: may('Boolean'),
      },
    },
    Organization: {
      ...google(`${feature}/organization`),
      type: 'Organization',
      fields: { '@id': may('URL'), name: needs('Text'), url: needs('URL'), logo: needs('URL') },
    },
    /** An organization that wrote a page, of which the name alone may be known. */
    Body: {
      ...google(`${feature}/article#author-bp`),
      type: 'Organization',
      fields: { '@id': may('URL'), name: needs('Text'), url: may('URL'), logo: may('URL') },
    },
    Person: {
      ...google(`${feature}/article#author-bp`),
      type: 'Person',
      fields: { name: needs('Text'), url: may('URL') },
    },
    // Without a SearchAction, because Google shows no search box since 2024-11-21.
    WebSite: {
      ...google(`${search}/appearance/site-names`),
      type: 'WebSite',
      fields: {
        '@id': may('URL'),
        name: needs('Text'),
        description: may('Text'),
        url: needs('PageURL'),
        inLanguage: may('Text'),
        publisher: may('Reference'),
      },
    },
    BreadcrumbList: {
      ...google(`${feature}/breadcrumb`),
      type: 'BreadcrumbList',
      fields: { itemListElement: list(needs('Crumb')) },
    },
    Crumb: {
      ...google(`${feature}/breadcrumb#list-item`),
      type: 'ListItem',
      // The last one may have no address, on a page with another canonical address.
      fields: { position: needs('Integer'), name: needs('Text'), item: may('URL') },
    },
    CollectionPage: {
      ...schemaOrg('CollectionPage'),
      type: 'CollectionPage',
      fields: {
        '@id': may('URL'),
        name: needs('Text'),
        url: needs('PageURL'),
        inLanguage: needs('Text'),
        isPartOf: needs('Whole'),
        mainEntity: needs('ItemList'),
      },
    },
    ItemList: {
      ...google(`${feature}/carousel`),
      type: 'ItemList',
      fields: { numberOfItems: needs('Integer'), itemListElement: list(needs('Member')) },
    },
    Member: {
      ...google(`${feature}/carousel#summary-page`),
      type: 'ListItem',
      fields: { position: needs('Integer'), name: needs('Text'), url: needs('URL') },
    },
    Part: {
      ...schemaOrg('isPartOf'),
      type: 'CollectionPage',
      fields: { '@id': may('URL'), name: needs('Text'), url: needs('URL') },
    },
    Whole: {
      ...schemaOrg('isPartOf'),
      type: 'WebSite',
      fields: { '@id': needs('URL'), name: needs('Text') },
    },
    Thing: { ...schemaOrg('about'), type: 'Thing', fields: { name: needs('Text') } },
    CreativeWork: {
      ...schemaOrg('citation'),
      type: 'CreativeWork',
      fields: { name: needs('Text'), url: needs('URL'), datePublished: may('Text') },
    },
    Quiz: {
      ...google(`${feature}/education-qa#quiz`),
      type: 'Quiz',
      fields: {
        '@id': may('URL'),
        about: may('Thing'),
        educationalAlignment: may('Alignment'),
        hasPart: needs('Flashcard'),
      },
    },
    Alignment: {
      ...google(`${feature}/education-qa#quiz`),
      type: 'AlignmentObject',
      fields: { alignmentType: exactly('educationalSubject'), targetName: needs('Text') },
    },
    Flashcard: {
      ...google(`${feature}/education-qa#question`),
      type: 'Question',
      fields: {
        eduQuestionType: exactly('Flashcard'),
        text: needs('Text'),
        acceptedAnswer: needs('CardAnswer'),
      },
    },
    CardAnswer: {
      ...google(`${feature}/education-qa#question`),
      type: 'Answer',
      fields: { text: needs('Text') },
    },
    QAPage: {
      ...google(`${feature}/qapage#qapage`),
      type: 'QAPage',
      fields: { '@id': may('URL'), mainEntity: needs('SentQuestion') },
    },
    SentQuestion: {
      ...google(`${feature}/qapage#question`),
      type: 'Question',
      fields: {
        name: needs('Text'),
        text: may('Text'),
        answerCount: needs('Integer'),
        datePublished: may('Date'),
        acceptedAnswer: needs('GivenAnswer'),
      },
    },
    GivenAnswer: {
      ...google(`${feature}/qapage#answer`),
      type: 'Answer',
      fields: {
        text: needs('Text'),
        url: may('PageURL'),
        datePublished: may('Date'),
        author: list(may('Body', 'Person')),
      },
    },
  },
} as const satisfies {
  head: Record<string, Rule & { expected: string | readonly string[] }>;
  pages: Record<string, readonly string[]>;
  refused: Record<string, Rule>;
  shapes: Record<string, Shape>;
};
