import { beforeAll, expect, test } from 'vitest';

import { accents, type Accent } from '@/lib/catalogue/subjects';
import { drawFrame, drawTexts, loadTypefaces, type Typefaces } from './draw';
import type { Picture } from './picture';

const picture: Picture = { label: 'Physics', title: 'Why is the sky blue?', lead: '', accent: 'violet' };

let typefaces: Typefaces;
beforeAll(async () => {
  typefaces = await loadTypefaces();
});

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
])('%# every text becomes shapes', (title) => {
  const layers = drawTexts({ ...picture, title, label: title, lead: title }, typefaces);
  const shapes = layers.flatMap((layer) => layer.shapes);
  expect(shapes.flatMap(({ x, y, size }) => [x, y, size]).every(Number.isFinite)).toBe(true);
  expect(shapes).not.toEqual([]);
});

test('an unknown script gives way to the name of the subject', () => {
  const subject = drawTexts({ ...picture, title: picture.label, label: '' }, typefaces);
  expect(drawTexts({ ...picture, title: '什么是光合作用？' }, typefaces)).toEqual(subject);
});

test('Latin, Greek, Cyrillic, Vietnamese and the signs of mathematics are there', () => {
  const text = 'Škoda naïve ångström Ελλάδα αβγΔΩ Привет Việt ≠≤≥→∑∫√∞π×÷±°²₃ₙⁿ½…ℝ∈∀∃∂∇⊂∪⇒⇔≈≡ℏ⋅°#{}[]|~^';
  expect(Array.from(text).filter((character) => !typefaces.title.has(character))).toEqual([]);
});

test('every accent has its colour', () => {
  const colorsOf = (accent: Accent) =>
    [...drawFrame(accent, typefaces), ...drawTexts({ ...picture, accent }, typefaces)].map(
      ({ color }) => color,
    );
  expect(new Set(accents.map((accent) => colorsOf(accent).join())).size).toBe(accents.length);
});
