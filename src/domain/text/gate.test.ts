import { decodeHTMLAttribute } from 'entities';
import { expect, test } from 'vitest';
import { PAYLOADS } from '../../../test/attacks/payloads.ts';
import { gate } from './gate.ts';

test('the gate by itself lets no other element and no other attribute through', () => {
  for (const { input, name } of PAYLOADS) {
    const html = gate(input, true);
    for (const [, tag, attributes] of html.matchAll(/<\/?([^\s>]*)([^>]*)>/g)) {
      expect(tag, name).toMatch(/^(?:p|blockquote|br|strong|em|b|i|a|span)$/);
      expect(attributes, name).toMatch(/^(?: href="[^"<]*"| rel="[^"<]*"| class="(?:spoiler)?")*$/);
    }
    for (const [, href] of html.matchAll(/ href="([^"]*)"/g)) {
      const address = URL.parse(decodeHTMLAttribute(href ?? ''), 'https://here.example/');
      expect(address?.protocol ?? 'none', name).toMatch(/^(?:https?:|mailto:|none)$/);
    }
  }
});

test('the gate changes nothing that was built well', () => {
  const html =
    '<p>a<br>\u00a0"b" &amp; &lt;</p><blockquote><p><i>q</i></p></blockquote>' +
    '<p><a href="https://ok.example/?a=1&amp;b=%22" rel="nofollow ugc noopener">l</a></p>';
  expect(gate(html, false)).toBe(html);
  expect(gate('<p><span class="spoiler">s</span></p>', false)).toBe('<p>s</p>');
});
