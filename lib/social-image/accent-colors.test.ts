import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { accentColors, hues, pageColors } from './accent-colors';

const css = readFileSync('app/tokens.css', 'utf8') + readFileSync('app/accents.css', 'utf8');

test('hues and colours are those of the style sheet', () => {
  const found = [...css.matchAll(/\[data-accent='(\w+)'\]\s*{\s*--hue: (\d+);/g)];
  expect(Object.fromEntries(found.map(([, name, hue]) => [name, Number(hue)]))).toEqual(hues);
  for (const [name, color] of Object.entries(pageColors)) {
    expect(css).toContain(`--color-${name}: light-dark(${color},`);
  }
  expect(css).toContain('--accent: light-dark(oklch(0.46 0.12 var(--hue))');
  expect(css).toContain('--accent-line: light-dark(oklch(0.82 0.06 var(--hue))');
});

test('a colour is the one that a browser shows', () => {
  expect(accentColors('blue')).toEqual({ strong: '#225899', soft: '#aac7eb' });
});
