/** The message of a problem `answer-failed`. @param fault the reason, as in the reply of a pool */
export function answerFailedMessage(fault: string): string {
  return `The answer could not be parsed and rendered: ${fault}. Make the answer shorter, or nest lists and quotes less deeply.`;
}
