let checked: Promise<void> | undefined;

/**
 * Checks the content once, before a build lists the pages of any route; the live preview shows what is wrong instead.
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
  // The live preview does not compile what it does not use.
  const [{ contentFolder }, { checkLibrary }, { refuseBroken }] = await Promise.all([
    import('@/lib/catalogue/content-folder'),
    import('@/lib/edit/check'),
    import('@/lib/edit/refuse-broken'),
  ]);
  refuseBroken(await checkLibrary(contentFolder(), { errorsOnly: true }));
}
