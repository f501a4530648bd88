/**
 * An attribute as `to-html` writes it: a name and optionally a value in double quotes, which may
 * contain `>`.
 */
export const attribute = / ([^\s"=>]+)(?:="([^"]*)")?/g;

/** A start tag or an end tag with such attributes: the slash of an end tag, the name, and the attributes. */
export const tag = new RegExp(String.raw`<(/?)([a-z][a-z\d]*)((?:${attribute.source})*)>`, 'g');
