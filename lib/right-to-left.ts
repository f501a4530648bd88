const letter = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]/u;

/** Whether a text has letters of right-to-left scripts, so that its direction must be set. */
export function hasRightToLeft(text: string): boolean {
  return letter.test(text);
}
