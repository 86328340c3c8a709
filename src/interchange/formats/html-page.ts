import type { TokenizerMode } from 'parse5';

/** A script of a page that holds JSON-LD, and the line it begins at. */
export interface PageScript {
  text: string;
  line: number;
}

/** How what stands in an element is read, where it is not markup (HTML, "tokenization"). */
const MODES: Readonly<Record<string, keyof typeof TokenizerMode>> = {
  script: 'SCRIPT_DATA',
  style: 'RAWTEXT',
  xmp: 'RAWTEXT',
  iframe: 'RAWTEXT',
  noembed: 'RAWTEXT',
  noframes: 'RAWTEXT',
  textarea: 'RCDATA',
  title: 'RCDATA',
};

/**
 * The JSON-LD scripts of a page in their order. Only its tokens are read, no tree is built: a page nested ten
 * thousand deep costs no more than a flat one.
 */
export async function jsonldScripts(html: string): Promise<PageScript[]> {
  const { Tokenizer, TokenizerMode } = await import('parse5');
  const scripts: PageScript[] = [];
  let open: PageScript | null = null;
  let pieces: string[] = [];
  const letters = (token: { chars: string }) => {
    if (open) pieces.push(token.chars);
  };
  const close = () => {
    if (open) scripts.push({ ...open, text: pieces.join('') });
    open = null;
    pieces = [];
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        const mode = MODES[token.tagName];
        if (mode !== undefined) tokenizer.state = TokenizerMode[mode];
        const type = token.attrs.find((attribute) => attribute.name === 'type')?.value ?? '';
        if (token.tagName === 'script' && /^\s*application\/ld\+json\b/i.test(type))
          open = { text: '', line: token.location?.endLine ?? 1 };
      },
      onEndTag(token) {
        if (token.tagName === 'script') close();
      },
      onCharacter: letters,
      onWhitespaceCharacter: letters,
      onNullCharacter: letters,
      onComment() {},
      onDoctype() {},
      onEof: close,
    },
  );
  tokenizer.write(html, true);
  return scripts;
}
