/** What stands before and behind quoted words. */
export type QuotationMarks = readonly [open: string, close: string];

const HIGH: QuotationMarks = ['“', '”'];
const LOW_HIGH: QuotationMarks = ['„', '“'];
const LOW_FAR: QuotationMarks = ['„', '”'];
const ANGLES: QuotationMarks = ['«', '»'];
const BOTH_FAR: QuotationMarks = ['”', '”'];
const CORNERS: QuotationMarks = ['「', '」'];

/** The marks of each language as its books print them, by its BCP 47 tag; any other has those of English. */
const BY_LANGUAGE: Readonly<Record<string, QuotationMarks>> = {
  ...marked('bg cs de is ka lt mk sk sl sr', LOW_HIGH),
  ...marked('bs et hr hu pl ro', LOW_FAR),
  ...marked('ar be ca el es eu fa gl hy it lv nb nn no pt ru sq uk', ANGLES),
  ...marked('da fi he sv', BOTH_FAR),
  ...marked('ja zh-hant zh-hk zh-tw', CORNERS),
  ...marked('pt-br', HIGH),
  // A narrow no-break space keeps the marks from the words.
  fr: ['«\u202f', '\u202f»'],
};

/**
 * The quotation marks of a language.
 *
 * @param language BCP 47; null where it is not known
 */
export function quotationMarks(language: string | null): QuotationMarks {
  const tag = (language ?? '').toLowerCase();
  for (const known of [tag, tag.split('-').slice(0, 2).join('-'), tag.split('-')[0] ?? ''])
    if (Object.hasOwn(BY_LANGUAGE, known)) return BY_LANGUAGE[known] ?? HIGH;
  return HIGH;
}

function marked(languages: string, marks: QuotationMarks): Record<string, QuotationMarks> {
  return Object.fromEntries(languages.split(' ').map((language) => [language, marks]));
}
