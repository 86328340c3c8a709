import { describe, expect, test } from 'vitest';
import { renderText } from './render.ts';

const lbml = (source: string) => renderText(source, 'lbml').html;
const plain = (source: string) => renderText(source, 'plain').html;
const markdown = (source: string) => renderText(source, 'markdown').html;
const html = (source: string) => renderText(source, 'html').html;
const link = (href: string, words: string) => `<a href="${href}" rel="nofollow ugc noopener">${words}</a>`;

describe('lines and paragraphs', () => {
  test.each([
    ['one newline is a line break', 'a\nb', '<p>a<br>b</p>'],
    ['a blank line ends the paragraph', 'a\n\nb', '<p>a</p><p>b</p>'],
    ['CRLF is read as LF', 'a\r\nb\r\n\r\nc\r\n', '<p>a<br>b</p><p>c</p>'],
    ['a line of spaces is blank', 'a\n \t\nb', '<p>a</p><p>b</p>'],
    ['each blank line more is kept', 'a\n\n\n\nb', '<p>a</p><p><br><br>b</p>'],
    ['indentation is kept', 'a\n  b\n\tc', '<p>a<br>\u00a0\u00a0b<br>\u00a0\u00a0\u00a0\u00a0c</p>'],
    ['a gap in a line of verse is kept', 'a    b', '<p>a\u00a0\u00a0\u00a0 b</p>'],
    ['two spaces after a full stop stay two', 'A.  B', '<p>A.  B</p>'],
    ['no-break spaces stay', '\u00a0\u00a0a\u00a0b', '<p>\u00a0\u00a0a\u00a0b</p>'],
    ['a line of a no-break space is no blank line', 'a\n\u00a0\nb', '<p>a<br>\u00a0<br>b</p>'],
    ['quotes and dashes stay', '"a" \'b\' -- c\n– Who?', '<p>"a" \'b\' -- c<br>– Who?</p>'],
    ['blank lines around the text say nothing', '\n\n a\n\n\n', '<p>\u00a0a</p>'],
    ['nothing is nothing', ' \n\t\r\n ', ''],
  ])('%s', (_name, source, expected) => {
    expect(plain(source)).toBe(expected);
    expect(lbml(source)).toBe(expected);
    expect(markdown(source)).toBe(expected);
  });

  test('a pause has an end', () => {
    expect(plain(`a${'\n'.repeat(5000)}b`).length).toBeLessThan(200);
    expect(html(`a${'<br>'.repeat(5000)}b`).length).toBeLessThan(200);
  });
});

describe('plain', () => {
  test('everything is a letter', () => {
    expect(plain('a <b> c & d &amp; *e* ||f||')).toBe('<p>a &lt;b&gt; c &amp; d &amp;amp; *e* ||f||</p>');
    expect(renderText('||f||', 'plain', { inlineSpoilers: true }).text).toBe('||f||');
  });
});

describe("Letterboxd's markup", () => {
  test.each([
    ['all eight marks', '<b>a</b> <i>b</i> <em>c</em> <strong>d</strong>', null],
    ['tags in capitals', '<I>a</I>', '<p><i>a</i></p>'],
    ['br is a line break', 'a<br>b<br/>c<BR />d', '<p>a<br>b<br>c<br>d</p>'],
    ['br at a line end is one break', 'a<br>\nb<br />\r\nc', '<p>a<br>b<br>c</p>'],
    ['a heart and a comparison are text', 'I <3 it, a < b > c', '<p>I &lt;3 it, a &lt; b &gt; c</p>'],
    ['a word in brackets is text', '<Heat> <x>', '<p>&lt;Heat&gt; &lt;x&gt;</p>'],
    ['entities are decoded once', '&amp;lt; &eacute; &lt;b&gt;', '<p>&amp;lt; é &lt;b&gt;</p>'],
    ['an ampersand alone stays', 'AT&T R&copy', '<p>AT&amp;T R&amp;copy</p>'],
    ['older markup becomes paragraphs', '<h2>T</h2><p>a</p>\n<p>b</p>', '<p>T</p><p>a</p><p>b</p>'],
    ['an older video goes', 'a<iframe src="https://v.example"></iframe>b', '<p>ab</p>'],
    ['a video never closed takes no words along', '<iframe src="x">b', '<p>b</p>'],
    ['marks over paragraphs are opened anew', '<i>a\n\nb</i> c', '<p><i>a</i></p><p><i>b</i> c</p>'],
    ['marks over a quotation', '<i>a<blockquote>b</i>c</blockquote>', null],
  ])('%s', (_name, source, expected) => {
    expect(lbml(source)).toBe(
      expected ??
        (source.includes('quote')
          ? '<p><i>a</i></p><blockquote><p><i>b</i>c</p></blockquote>'
          : `<p>${source}</p>`),
    );
  });

  test('newlines beside a quotation make no empty lines', () => {
    expect(lbml('a\n<blockquote>\nq\n\nr\n</blockquote>\nb')).toBe(
      '<p>a</p><blockquote><p>q</p><p>r</p></blockquote><p>b</p>',
    );
  });

  test('two quotations stay two; one in another is one', () => {
    expect(lbml('<blockquote>a</blockquote><blockquote>b</blockquote>')).toBe(
      '<blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote>',
    );
    expect(lbml('<blockquote>a<blockquote>b</blockquote>c</blockquote>d')).toBe(
      '<blockquote><p>a</p><p>b</p><p>c</p></blockquote><p>d</p>',
    );
  });
});

describe('mistyped markup is read as its reader would', () => {
  test.each([
    ['an opening tag for a closing one', '<i>Heat<i> and <i>Thief<i>.', '<i>Heat</i> and <i>Thief</i>.'],
    ['beside a proper pair', '<i>A<i>, <i>B</i>, <i>C<i>', '<i>A</i>, <i>B</i>, <i>C</i>'],
    ['a self-closing tag for a closing one', '<b>a<b/> c', '<b>a</b> c'],
    ['never closed: to the end of its paragraph', '<i>a b', '<i>a b</i>'],
    ['wrongly nested', '<b>a<i>b</b>c</i>', '<b>a<i>b</i></b><i>c</i>'],
    ['closed and never opened', 'a</i> b</blockquote>', 'a b'],
    ['the same mark twice', '<i>a<i>b</i>c</i>', '<i>abc</i>'],
    ['empty marks', '<i></i>a<b><b>', 'a'],
  ])('%s', (_name, source, expected) => expect(lbml(source)).toBe(`<p>${expected}</p>`));

  test('one forgotten tag does not turn the rest inside out', () => {
    expect(lbml('<i>Heat is long.\n\nBut <i>Thief<i> and <i>Ali<i> too.')).toBe(
      '<p><i>Heat is long.</i></p><p>But <i>Thief</i> and <i>Ali</i> too.</p>',
    );
  });

  test('a quotation closed by a second opening tag, over paragraphs too', () => {
    expect(lbml('<blockquote>q\n\nr<blockquote>\n\na')).toBe(
      '<blockquote><p>q</p><p>r</p></blockquote><p>a</p>',
    );
  });

  test('a quotation never closed ends with its paragraph', () => {
    expect(lbml('<blockquote>q\n\na <i>b<i>')).toBe('<blockquote><p>q</p></blockquote><p>a <i>b</i></p>');
  });
});

describe('links', () => {
  test.each([
    ['<a href="https://ok.example/a?b=1&c=2">x</a>', link('https://ok.example/a?b=1&amp;c=2', 'x')],
    ['<a href="https://ok.example/?a=1&amp;b">x</a>', link('https://ok.example/?a=1&amp;b', 'x')],
    ["<a class=x href='http://ok.example' target=_blank>x</a>", link('http://ok.example/', 'x')],
    ['<a href=“https://ok.example”>x</a>', link('https://ok.example/', 'x')],
    ['<a href="mailto:a@ok.example">x</a>', link('mailto:a@ok.example', 'x')],
    ['<a href="https://ok.example">x<a>', link('https://ok.example/', 'x')],
    ['<a href="https://ok.example"><i>x<i></a>', link('https://ok.example/', '<i>x</i>')],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href="#">x</a> <a>y</a> <a href="/z">z</a>', 'x y z'],
    ['https://ok.example', 'https://ok.example'],
  ])('%s', (source, expected) => expect(lbml(source)).toBe(`<p>${expected}</p>`));
});

describe('html from elsewhere', () => {
  test.each([
    ['newlines are white space', '<p>a\n  b</p>\n<p>c</p>', '<p>a b</p><p>c</p>'],
    ['br is a line break', '<p>a<br>\n  b<br /><br />c</p>', '<p>a<br>b<br><br>c</p>'],
    ['blocks are paragraphs', '<div>a<h2>b</h2>c</div>', '<p>a</p><p>b</p><p>c</p>'],
    ['list items are lines', 'x<ul>\n<li>a</li>\n<li>b</li>\n</ul>y', '<p>x</p><p>a<br>b</p><p>y</p>'],
    ['unknown tags go, their words stay', '<u>a</u> <x-y z>b</x-y>', '<p>a b</p>'],
    ['scripts and styles go with their content', 'a<script>b<i></script><style>c</style>d', '<p>ad</p>'],
    ['entities without a semicolon', 'R&copy &amp;lt;', '<p>R© &amp;lt;</p>'],
    ['verse in pre keeps its lines', '<pre>a\n  b</pre>', '<p>a<br>\u00a0\u00a0b</p>'],
  ])('%s', (_name, source, expected) => expect(html(source)).toBe(expected));
});

describe('Markdown', () => {
  test.each([
    ['emphasis', '*a* _b_ **c** __d__', '<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong></p>'],
    ['both', '***a***', '<p><strong><em>a</em></strong></p>'],
    ['stars alone are stars', '* a *b 2 * 3 ****', '<p>* a *b 2 * 3 ****</p>'],
    ['underscores in a word', 'snake_case_name', '<p>snake_case_name</p>'],
    ['a quotation', '> a\n> b\n>\n> c\n\nd', '<blockquote><p>a<br>b</p><p>c</p></blockquote><p>d</p>'],
    ['a quotation ends with its last line', '> a\nb', '<blockquote><p>a</p></blockquote><p>b</p>'],
    ['a hard break is a break', 'a  \nb\\\nc', '<p>a  <br>b<br>c</p>'],
    ['escapes', '\\*a\\* \\[b\\] \\d', '<p>*a* [b] \\d</p>'],
    [
      'a link',
      '[a *b*](https://ok.example/x_(y))',
      `<p>${link('https://ok.example/x_(y)', 'a <em>b</em>')}</p>`,
    ],
    ['a link that is none', '[a](javascript:x) [b]', '<p>a [b]</p>'],
    ['raw HTML and entities are letters', '<b>a</b> &amp;', '<p>&lt;b&gt;a&lt;/b&gt; &amp;amp;</p>'],
    ['an image, a heading, a list stay letters', '![a](b)\n# c\n- d', '<p>![a](b)<br># c<br>- d</p>'],
  ])('%s', (_name, source, expected) => expect(markdown(source)).toBe(expected));
});

describe('the words alone', () => {
  test('paragraphs by a blank line, breaks by a newline, no markup', () => {
    const { text, length } = renderText('<i>a<i>\nb\n\n<blockquote>q &amp; 🎬</blockquote>', 'lbml');
    expect(text).toBe('a\nb\n\nq & 🎬');
    expect(length).toBe(10);
  });
});

describe('characters', () => {
  test('controls go, halves of characters are shown as such', () => {
    expect(plain('a\u0000b\u001bc\ud83dd\ufffee')).toBe('<p>abc\ufffdde</p>');
  });

  test('a direction left open is taken out of its paragraph, a closed one stays', () => {
    expect(plain('a\u202eb\n\n\u2067שלום\u2069 c')).toBe('<p>ab</p><p>\u2067שלום\u2069 c</p>');
    expect(lbml('<b>\u202ea</b>\u2069')).toBe('<p><b>a</b></p>');
  });
});

describe('the fold and the cut', () => {
  const words = (characters: number) => 'word '.repeat(characters / 5).trim();
  const folded = (source: string) => {
    const { html: whole, fold } = renderText(source, 'plain');
    return fold === null ? null : [whole.slice(0, fold), whole.slice(fold)];
  };

  test('comes after the paragraph that passes 900 characters', () => {
    const parts = folded([words(500), words(500), words(500)].join('\n\n'));
    expect(parts?.map((part) => part.match(/<p>/g)?.length)).toEqual([2, 1]);
  });

  test('is none when little or nothing would be left', () => {
    expect(folded(words(3000))).toBeNull();
    expect(folded(`${words(1000)}\n\n${words(150)}`)).toBeNull();
    expect(folded(`${words(300)}\n\n${words(400)}`)).toBeNull();
  });

  test('does not come within a quotation', () => {
    const quote = [words(600), words(600), words(600)].join('\n\n');
    const { html: whole, fold } = renderText(`<blockquote>${quote}</blockquote>${words(500)}`, 'lbml');
    expect(whole.slice(0, fold ?? 0).endsWith('</blockquote>')).toBe(true);
  });

  test('the film page carries up to 6,000 characters, whole paragraphs', () => {
    const { html: whole, cut, fold } = renderText(Array(20).fill(words(1000)).join('\n\n'), 'plain');
    const carried = whole.slice(0, cut ?? 0);
    expect(carried.match(/<p>/g)?.length).toBe(5);
    expect(fold).toBeLessThan(cut ?? 0);
    expect(renderText(words(5900), 'plain').cut).toBeNull();
  });

  test('a giant paragraph is carried whole rather than all that precedes it alone', () => {
    const { html: whole, cut } = renderText(`${words(100)}\n\n${words(9000)}\n\n${words(500)}`, 'plain');
    expect(whole.slice(cut ?? 0)).toBe(`<p>${words(500)}</p>`);
    expect(renderText(words(9000), 'plain').cut).toBeNull();
  });
});
