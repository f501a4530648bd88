/** @typedef {import('./library.js').Found} Found */

/** Describes the results of a search in one sentence. @param {Found} found @returns {string} */
export function describeFound({ query, total, isPartial }) {
  const wanted = `“${query.trim()}”`;
  if (total === 0) return `Nothing found for ${wanted}.`;
  const questions = `${total.toLocaleString('en')} ${total === 1 ? 'question' : 'questions'}`;
  return isPartial
    ? `No question has all words of ${wanted}; ${questions} ${total === 1 ? 'has' : 'have'} some of them.`
    : `${questions} found for ${wanted}.`;
}

export const failedText = 'The search index could not be loaded. Check the connection and try again.';
