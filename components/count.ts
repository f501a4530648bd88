/** "1 question", "1,200 questions". */
export function countQuestions(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'question' : 'questions'}`;
}
