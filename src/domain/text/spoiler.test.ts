import { describe, expect, test } from 'vitest';
import { renderText, type TextFormat } from './render.ts';
import { withoutSpoilers } from './spoiler.ts';

const render = (source: string, format: TextFormat = 'markdown') =>
  renderText(source, format, { inlineSpoilers: true });

describe('inline spoilers', () => {
  test('are marked between bars, in markdown and in lbml', () => {
    const expected = '<p>It was <span class="spoiler">the sled</span>.</p>';
    expect(render('It was ||the sled||.').html).toBe(expected);
    expect(render('It was ||the sled||.', 'lbml').html).toBe(expected);
  });

  test('are only read where asked for', () => {
    expect(renderText('It was ||the sled||.', 'lbml').html).toBe('<p>It was ||the sled||.</p>');
    expect(renderText('<span class="spoiler">x</span>', 'html').html).toBe('<p>x</p>');
  });

  test('never closed are bars; escaped ones too', () => {
    expect(render('a || b').html).toBe('<p>a || b</p>');
    expect(render('\\||a\\||').html).toBe('<p>||a||</p>');
  });

  test('run over paragraphs and stand outside other marks', () => {
    expect(render('||a\n\nb||').html).toBe(
      '<p><span class="spoiler">a</span></p><p><span class="spoiler">b</span></p>',
    );
    expect(render('*a ||b|| c*').html).toBe(
      '<p><em>a </em><span class="spoiler"><em>b</em></span><em> c</em></p>',
    );
  });

  test('are not among the words alone', () => {
    expect(render('It was ||the sled||.').text).toBe('It was […].');
    expect(render('It was ||the\n*sled*||, ||really||.').text).toBe('It was […], […].');
  });

  test('leave nothing behind where our styles do not reach', () => {
    const { html } = render('It was ||the *sled*\nand [snow](https://ok.example)||. ||a\n\nb|| End.');
    const bare = withoutSpoilers(html, '<hidden>');
    expect(bare).toBe('<p>It was &lt;hidden&gt;. &lt;hidden&gt;</p><p>&lt;hidden&gt; End.</p>');
  });
});
