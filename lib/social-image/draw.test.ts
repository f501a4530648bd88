import { beforeAll, expect, test } from 'vitest';

import { accents } from '@/lib/catalogue/subjects';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { drawPicture, loadTypefaces, type Typefaces } from './draw';
import type { Picture } from './picture';

const picture: Picture = { label: 'Physics', title: 'Why is the sky blue?', lead: '', accent: 'violet' };

let typefaces: Typefaces;
beforeAll(async () => {
  typefaces = await loadTypefaces();
});

function elementsOf(svg: string): Set<string> {
  const names = new Set<string>();
  visit(fromHtml(svg, { fragment: true, space: 'svg' }), 'element', ({ tagName }) => void names.add(tagName));
  return names;
}

test.each([
  '<svg onload=alert(1)>"&\'</svg><script>alert(2)</script><image href="file:///etc/passwd"/>',
  ']]><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '',
  ' ',
  '\ud800 alone',
  '什么是光合作用？',
  'مرحبا',
  'a'.repeat(5000),
  'word '.repeat(5000),
  'e' + '\u0301'.repeat(500),
  '👩‍🔬'.repeat(100),
])('%# nothing in a title becomes markup', (title) => {
  const svg = drawPicture({ ...picture, title, label: title, lead: title }, typefaces);
  expect([...elementsOf(svg)].toSorted()).toEqual(['g', 'path', 'rect', 'svg']);
  expect(svg).not.toMatch(/NaN|undefined|Infinity|<text/);
});

test('an unknown script gives way to the name of the subject', () => {
  const subject = drawPicture({ ...picture, title: picture.label, label: '' }, typefaces);
  expect(drawPicture({ ...picture, title: '什么是光合作用？' }, typefaces)).toBe(subject);
});

test('Latin, Greek, Cyrillic, Vietnamese and the signs of mathematics are there', () => {
  const text = 'Škoda naïve ångström Ελλάδα αβγΔΩ Привет Việt ≠≤≥→∑∫√∞π×÷±°²₃ₙⁿ½…ℝ∈∀∃∂∇⊂∪⇒⇔≈≡ℏ⋅°#{}[]|~^';
  expect(Array.from(text).filter((character) => !typefaces.title.has(character))).toEqual([]);
});

test('every accent has its colour', () => {
  expect(new Set(accents.map((accent) => drawPicture({ ...picture, accent }, typefaces))).size).toBe(
    accents.length,
  );
});
