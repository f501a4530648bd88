import temml from 'temml';

/**
 * What the library that sets our formulas knows by a name: no command; a relation or other operator, such as `ne`; or
 * anything else. A command that only lacks its arguments is known.
 */
export function texCommand(name: string): 'unknown' | 'operator' | 'other' {
  try {
    const mathml = temml.renderToString(`\\${name}`, { throwOnError: true });
    return mathml.includes('<mo') ? 'operator' : 'other';
  } catch (error) {
    const isUnknown = error instanceof Error && error.message.includes('Unsupported function name');
    return isUnknown ? 'unknown' : 'other';
  }
}
