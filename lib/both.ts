/** Waits for both, so that nothing goes on when one has failed. @throws what the first of them that failed threw */
export async function both<One, Other>(
  one: Promise<One>,
  other: Promise<Other> | Other,
): Promise<[One, Other]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}
