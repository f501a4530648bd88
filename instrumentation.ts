/** Next.js calls this when a server starts: the live preview also tells in its terminal what is wrong with the content. */
export async function register(): Promise<void> {
  if (process.env.NODE_ENV === 'development' && process.env.NEXT_RUNTIME === 'nodejs') {
    const { reportCurrentProblems } = await import('@/lib/edit/current-problems');
    reportCurrentProblems().catch(console.error);
  }
}
