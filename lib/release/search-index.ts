import { join } from 'node:path';

import { createIndex, type PagefindIndex } from 'pagefind';

/** Collects the question pages of a release for searching in the browser. */
export class SearchIndex {
  readonly #index: PagefindIndex;

  private constructor(index: PagefindIndex) {
    this.#index = index;
  }

  static async create(): Promise<SearchIndex> {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`the search index could not be started: ${errors.join('; ')}`);
    return new SearchIndex(index);
  }

  /** Adds a page. Pagefind reads what is inside `data-pagefind-body`. */
  async add(address: string, html: string): Promise<void> {
    const { errors } = await this.#index.addHTMLFile({ url: address, content: html });
    if (errors.length > 0) throw new Error(`${address} could not be indexed: ${errors.join('; ')}`);
  }

  /** Writes the index below `folder`, where {@link file://./../../app/(apps)/search/pagefind.ts} loads it from. */
  async write(folder: string): Promise<void> {
    const { errors } = await this.#index.writeFiles({ outputPath: join(folder, 'pagefind') });
    if (errors.length > 0) throw new Error(`the search index could not be written: ${errors.join('; ')}`);
  }
}
