import { parse, parseFragment, serializeOuter, type DefaultTreeAdapterMap } from 'parse5';

import { parseJson } from '@/lib/parse-json';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** Elements that answers must not contain. */
const forbidden = new Set(
  'script iframe object embed applet base meta link style form input button select textarea svg video audio source track template noscript frame frameset portal slot dialog title html head body'.split(
    ' ',
  ),
);

/** Elements that pages must not contain. */
const strange = new Set('iframe object embed applet base frame frameset portal'.split(' '));

/** Attributes that contain addresses. */
const addressAttribute =
  /^(?:href|src|srcset|action|formaction|data|poster|background|ping|cite|xlink:href|longdesc)$/;

/** Allowed targets of links: the web, mail addresses, fragments, and pages of the site. */
const goodAddress = /^(?:https?:\/\/|mailto:|#|\/(?![/\\])|\/$)/i;

/** Everything in an answer's HTML that could execute code, load a forbidden resource or mislead. */
export function answerDangers(html: string): string[] {
  return findDangers(parseFragment(html), isDangerousInAnswer);
}

/**
 * Like {@link answerDangers}, for a whole page.
 *
 * @param own the site's own active elements, as returned by {@link activeElements}
 */
export function pageDangers(html: string, own: ReadonlySet<string>): string[] {
  const page = parse(html);
  const answers = elements(page).filter((element) => attribute(element, 'class') === 'answer');
  return [
    ...findDangers(page, (element) => strange.has(element.tagName) || isForeign(element, own)),
    ...answers.flatMap(({ childNodes }) =>
      childNodes.flatMap((node) => findDangers(node, isDangerousInAnswer)),
    ),
  ];
}

/** The scripts, refreshes and forms (except the search form) of a page that is known to be safe. */
export function activeElements(html: string): Set<string> {
  return new Set(
    elements(parse(html))
      .filter((element) => isActive(element))
      .map((element) => serializeOuter(element)),
  );
}

function findDangers(root: Node, isDangerous: (element: Element) => boolean): string[] {
  return elements(root).flatMap((element) => [
    ...(isDangerous(element) ? [serializeOuter(element).slice(0, 200)] : []),
    ...element.attrs.flatMap(({ name, value }) => {
      const isHandler = /^on/i.test(name) || name === 'srcdoc';
      const leadsAstray = addressAttribute.test(name) && value !== '' && !goodAddress.test(value);
      const isStyled =
        name === 'style' && /url|expression|import|javascript|position|behavior|-moz-binding/i.test(value);
      return isHandler || leadsAstray || isStyled ? [`${name}=${value.slice(0, 200)}`] : [];
    }),
  ]);
}

function isDangerousInAnswer(element: Element): boolean {
  return forbidden.has(element.tagName) && !isTick(element);
}

/** Whether an element is the check box of a task list. */
function isTick({ tagName, attrs }: Element): boolean {
  const names = attrs.map(({ name }) => name);
  return (
    tagName === 'input' &&
    attrs.some(({ name, value }) => name === 'type' && value === 'checkbox') &&
    names.includes('disabled') &&
    names.every((name) => ['type', 'checked', 'disabled'].includes(name))
  );
}

function isForeign(element: Element, own: ReadonlySet<string>): boolean {
  if (!isActive(element)) return false;
  const html = serializeOuter(element);
  if (attribute(element, 'type') !== 'application/ld+json') return !own.has(html);
  const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  return parseJson(text) === undefined;
}

function isActive(element: Element): boolean {
  if (element.tagName === 'meta') return attribute(element, 'http-equiv') !== undefined;
  if (element.tagName === 'form') return attribute(element, 'action') !== '/search';
  return element.tagName === 'script';
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

function elements(root: Node): Element[] {
  const found: Element[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) waiting.push(...node.childNodes);
    if ('content' in node) waiting.push(node.content);
  }
  return found;
}
