import type { RenderedAnswer } from '@/lib/answer/render';
import type { Entry } from '@/lib/catalogue/entry';
import type { Library } from '@/lib/views/library';

/** The library in the content folder. */
export async function currentLibrary(): Promise<Library> {
  if (process.env.NODE_ENV === 'development') {
    const { previewLibrary } = await import('@/lib/preview/library');
    return previewLibrary();
  }
  const built = await import('@/lib/views/current');
  return built.currentLibrary();
}

/** The rendered answer of an entry. */
export async function currentAnswer(entry: Entry): Promise<RenderedAnswer> {
  if (process.env.NODE_ENV === 'development') {
    const { askPreview } = await import('@/lib/preview/client');
    return askPreview('answer', { entry });
  }
  const built = await import('@/lib/answer/current');
  return built.currentAnswer(entry);
}
