const letter = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]/u;

/** Whether a text has letters that are written from right to left, so that it needs a direction of its own. */
export function hasRightToLeft(text: string): boolean {
  return letter.test(text);
}
