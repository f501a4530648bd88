let checked: Promise<void> | undefined;

/**
 * Checks the content once, before a build lists the pages of a route. Does nothing in the live preview, which
 * shows problems on the pages.
 *
 * @throws UserError naming every error of the content
 */
export async function requireSoundContent(): Promise<void> {
  if (process.env.NODE_ENV === 'development') return;
  checked ??= check();
  await checked;
}

async function check(): Promise<void> {
  if (process.env.NODE_ENV === 'development') return;
  // Imported on demand, so that the live preview does not compile it.
  const [{ contentFolder }, { checkLibrary }, { refuseBroken }] = await Promise.all([
    import('@/lib/catalogue/content-folder'),
    import('@/lib/edit/check'),
    import('@/lib/edit/refuse-broken'),
  ]);
  refuseBroken(await checkLibrary(contentFolder(), { errorsOnly: true }));
}
