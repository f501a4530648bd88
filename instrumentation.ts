/**
 * Next.js calls this when a server starts. The threads of the live preview start while Next.js compiles the
 * first page.
 */
export async function register(): Promise<void> {
  if (process.env.NODE_ENV === 'development' && process.env.NEXT_RUNTIME === 'nodejs') {
    const { askPreview } = await import('@/lib/preview/client');
    askPreview('start', {}).catch(console.error);
  }
}
