/** Serializes a value as JSON that cannot end the script element that contains it. */
export function scriptData(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
