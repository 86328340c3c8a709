import { readdirSync, readFileSync } from 'node:fs';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { attributes, dataBlock, type Fragment, html, nothing, render, trusted } from './html.ts';

test('text is escaped in the page and inside quotes', () => {
  const rude = `<b>"Tom" & 'Jerry'</b>`;
  expect(render(html`<p title="${rude}">${rude}</p>`)).toBe(
    '<p title="&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt;">&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt;</p>',
  );
  expect(render(html`${'no sign at all ★½ ё 映'}`)).toBe('no sign at all ★½ ё 映');
  expect(render(html`${'&'}${'a<'}${'>b'}`)).toBe('&amp;a&lt;&gt;b');
});

test('what is already escaped is escaped again, because it is text', () => {
  expect(render(html`${'&lt;'}`)).toBe('&amp;lt;');
});

test('characters that no page may hold are left out', () => {
  const rude = 'a\u0000b\u001b[31m\tc\nd\u007fe\u0085f\ufffeg\uffff🎬';
  expect(render(html`<p title="${rude}">${rude}</p>`)).toBe(
    '<p title="ab[31m\tc\ndefg🎬">ab[31m\tc\ndefg🎬</p>',
  );
  expect(render(dataBlock('application/json', rude))).toContain('\\u0000');
  expect(render(dataBlock('application/json', rude))).not.toMatch(/[\u007f-\u009f\ufffe\uffff]/);
});

test('nothing comes of null, undefined and false; zero is a number', () => {
  expect(render(html`[${null}${undefined}${false}${nothing}${0}${''}]`)).toBe('[0]');
});

test('lists are joined, also lists in lists, and markup passes through', () => {
  const items: Fragment = ['a&b', html`<i>${'<'}</i>`, [1, null, [html`<br>`]]];
  expect(render(html`<p>${items}</p>`)).toBe('<p>a&amp;b<i>&lt;</i>1<br></p>');
});

test('stored HTML passes as it is', () => {
  expect(render(html`<div>${trusted('<em>so</em> & so')}</div>`)).toBe('<div><em>so</em> & so</div>');
});

test('an object that only looks like Html is refused', () => {
  const forged = { markup: '<script>', toString: () => '<script>' } as unknown as Fragment;
  expect(() => html`${forged}`).toThrow(TypeError);
  const fromJson = JSON.parse(JSON.stringify(html`<b>x</b>`)) as Fragment;
  expect(() => html`${fromJson}`).toThrow(TypeError);
});

test('Html cannot be changed after it is made', () => {
  const page = html`<p>so</p>`;
  expect(Reflect.ownKeys(page)).toEqual([]);
  Object.assign(page, { text: '<script>', '#text': '<script>' });
  expect(render(page)).toBe('<p>so</p>');
});

test('attributes: true is the bare name, false and null are left out, values are escaped', () => {
  const line = attributes({
    type: 'text',
    value: `"><script>'`,
    checked: true,
    disabled: false,
    max: 0,
    id: null,
  });
  expect(render(line)).toBe(' type="text" value="&quot;&gt;&lt;script&gt;&#39;" checked max="0"');
  expect(render(html`<input${attributes({ name: 'q' })}>`)).toBe('<input name="q">');
});

test.each(['style', 'onclick', 'a b', 'x"', 'href=x', '', 'x>'])('the attribute %j is refused', (name) => {
  expect(() => attributes({ [name]: 'x' })).toThrow(RangeError);
});

test('a data block cannot be ended from inside and reads back as it was', () => {
  const value = { name: '</script><script>alert(1)</script><!--', line: '\u2028 & "so"' };
  const block = render(dataBlock('application/ld+json', value));
  expect(block.match(/<\/script/gi)).toHaveLength(1);
  expect(block).not.toContain('<!--');
  expect(JSON.parse(block.slice(block.indexOf('>') + 1, block.lastIndexOf('<')))).toEqual(value);
});

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `' onmouseover='alert(1)`,
  '</p><svg onload=alert(1)>',
  '<!--',
  '-->',
  ']]><iframe>',
  '&#60;script&#62;',
  '&lt;script&gt;',
  '<a href="javascript:alert(1)">',
  '`$' + '{alert(1)}`',
  '</textarea><script>',
  '<\u0000script>',
  '＜script＞',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
];

test.each(ATTACKS)('as text and as a quoted value it stays what it is: %j', (attack) => {
  const page = render(html`<p title="${attack}" data-x='${attack}'>${attack}</p>`);
  const [p, ...rest] = parseFragment(page).childNodes;
  expect(rest).toEqual([]);
  if (p === undefined || !('attrs' in p)) throw new Error('no element');
  const read = attack.replaceAll('\u0000', '');
  expect(p.attrs.map((attribute) => [attribute.name, attribute.value])).toEqual([
    ['title', read],
    ['data-x', read],
  ]);
  const text = p.childNodes.map((node) => ('value' in node ? node.value : node.nodeName)).join('');
  expect(text).toBe(read);
});

test('no view puts an interpolation where escaping does not help', () => {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  expect(files).toContain('html.ts');
  for (const name of files) {
    const source = readFileSync(new URL(name, folder), 'utf8');
    expect(source, `${name}: an attribute without quotes`).not.toMatch(/\s[\w-]+=\$\{/);
    expect(source, `${name}: a tag's name`).not.toMatch(/<\/?\$\{/);
    expect(source, `${name}: an inline style or handler`).not.toMatch(/<[a-z][^>]*\s(style|on[a-z]+)="/i);
    if (name !== 'html.ts') expect(source, `${name}: script or style`).not.toMatch(/<(script|style)[\s>]/i);
  }
});
