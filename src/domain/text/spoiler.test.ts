import { describe, expect, test } from 'vitest';
import { renderText, type TextFormat } from './render.ts';
import { withoutSpoilers, withSpoilerButtons } from './spoiler.ts';

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

  test('open by a button of their own, without a script', () => {
    const { html } = render('||a|| ||b||');
    const shown = withSpoilerButtons(html, 'Show "it"', 'r1');
    expect(shown).toContain(
      '<button type="button" class="spoiler-button" popovertarget="r1-spoiler-2">Show &quot;it&quot;</button>' +
        '<span class="spoiler" id="r1-spoiler-2" popover>b</span>',
    );
    expect(() => withSpoilerButtons(html, 'Show', '"><script>')).toThrow(TypeError);
    expect(withSpoilerButtons('<p>a</p>', 'Show', 'r1')).toBe('<p>a</p>');
  });
});
