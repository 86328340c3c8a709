import { expect, test } from 'vitest';
import { render } from './html.ts';
import { inlineSpoilers } from './inline-spoiler.ts';

const shown = (stored: string, label = 'Show it') => render(inlineSpoilers(stored, label));

test('each hidden run has a box of its own, named, before the words it opens', () => {
  const text = shown(
    '<p><span class="spoiler">a</span> and <span class="spoiler"><em>b</em><br>c</span></p>',
  );
  expect(text).toBe(
    '<p><label class="hush"><input type="checkbox" autocomplete="off" aria-label="Show it"><span>a</span></label> and ' +
      '<label class="hush"><input type="checkbox" autocomplete="off" aria-label="Show it"><span><em>b</em><br>c</span></label></p>',
  );
});

test('the words themselves stay as they were written', () => {
  const stored = '<p>It was <span class="spoiler">$& the sled $1</span>.</p>';
  expect(shown(stored).replace(/<[^>]*>/g, '')).toBe(stored.replace(/<[^>]*>/g, ''));
});

test('the name of the box cannot leave its attribute', () => {
  expect(shown('<span class="spoiler">a</span>', '"><script>')).not.toContain('<script>');
});

test('words that hide nothing are served as they are stored', () => {
  expect(shown('<p>a || b</p>')).toBe('<p>a || b</p>');
});
