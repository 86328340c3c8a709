import { describe, expect, test } from 'vitest';
import { passagesIn, sentencesOf, standing, stretchesOf } from './quotable.ts';
import { renderText } from './render.ts';

const html = (source: string) => renderText(source, 'lbml', { inlineSpoilers: true }).html;

describe('what may be quoted of a review', () => {
  test('is its words without markup, and nothing its author hid or quotes from others', () => {
    const review = html(
      'It <i>never</i> lets go &amp; I stayed.\n\n<blockquote>You stay.</blockquote>\n\nThen ||she dies|| it ends.',
    );
    expect(sentencesOf(review, 'en')).toEqual(['It never lets go & I stayed.', 'Then', 'it ends.']);
    for (const stretch of stretchesOf(review)) expect(stretch).not.toMatch(/dies|You stay|\0/);
  });

  test('comes in the sentences of its language, verse by the line', () => {
    expect(sentencesOf(html('Fog.\nMore fog! And?'), 'en')).toEqual(['Fog.', 'More fog!', 'And?']);
    expect(sentencesOf(html('霧の夜。船が来る。'), 'ja')).toEqual(['霧の夜。', '船が来る。']);
    expect(sentencesOf(html('Nebel. Kein Land.'), 'not a language')).toEqual(['Nebel.', 'Kein Land.']);
    expect(sentencesOf(html('…!'), 'en')).toEqual([]);
  });
});

describe('a passage', () => {
  const review = html(
    'The ferry   isn’t late.\n\nNothing is. Café, née <b>Zoë</b>: a ||secret|| end. 👩‍👩‍👧 cry.',
  );

  test.each([
    [['The ferry isn’t late.']],
    [['ferry\n isn’t']],
    [['Cafe\u0301, ne\u0301e Zoë: a']],
    [['late. Nothing']],
    [['👩‍👩‍👧 cry.']],
  ])('stands where it is word for word, however it is spaced: %j', (passages) => {
    expect(typeof standing(review, passages)).toBe('object');
  });

  test.each([
    [['the ferry'], 'missing'],
    [['ferry is late'], 'missing'],
    [['a secret end'], 'missing'],
    [['a end'], 'missing'],
    [['secret'], 'missing'],
    [['Nothing is.', 'The ferry'], 'missing'],
    [['Nothing is.', 'Nothing is.'], 'missing'],
    [['erry isn’t'], 'within'],
    [['The ferry isn'], 'within'],
    [['t late.'], 'within'],
    [['Cafe'], 'missing'],
    [['👩'], 'within'],
    [['👧 cry.'], 'within'],
    [[''], 'missing'],
  ])('is refused where it is not, or cuts a word: %j', (passages, why) => {
    expect(standing(review, passages)).toBe(why);
  });

  test('and the next one are one where nothing stands between them', () => {
    expect(standing(review, ['The ferry isn’t late.', 'Nothing is.'])).toEqual([
      'The ferry isn’t late. Nothing is.',
    ]);
    expect(standing(review, ['The ferry', 'late.'])).toEqual(['The ferry', 'late.']);
    expect(standing(review, ['a', 'end.'])).toEqual(['a', 'end.']);
  });

  test('is found at its next place where its first cuts a word', () => {
    expect(standing(html('Overlong. A long night.'), ['long'])).toEqual(['long']);
    expect(standing(html('霧の夜。'), ['夜'])).toEqual(['夜']);
  });

  test('is parted from the next by what shows that words are left out', () => {
    expect(passagesIn('The ferry […] late. [...] Nothing [ … ] ')).toEqual(['The ferry', 'late.', 'Nothing']);
    expect(passagesIn('Wait (…) for it.')).toEqual(['Wait (…) for it.']);
  });
});
