/** An answer of two sentences that repeats no wording of the front matter. */
export const prose =
  'Light is scattered by air, and the short waves of blue are scattered more strongly than the long waves of red. ' +
  'So blue reaches the eye from every part of the sky, while most of the red goes straight on through the air.';

/** A content file without a problem, for tests that change a line of it. No two ids give similar answers. */
export function goodQuestion(id: number): string {
  return `---
id: ${id}
date: 2025-01-10
title: Question ${id}?
subject: Physics
seo:
  page_description: What question number ${id} asks, and the answer that this page of the library gives to it.
  page_keywords: sky, light
author: QuickTakes
---

${prose} ${Array.from({ length: 60 }, (_, index) => `w${id}x${index}`).join(' ')}

## More

The rest of answer ${id}.
`;
}
