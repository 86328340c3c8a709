/** Names of languages, by the language they are said in: making one of these costs more than a page does. */
const namers = new Map<string, Intl.DisplayNames>();

/** A language by its name in another; the code itself where it has none. */
export function languageName(inLanguage: string, code: string): string {
  let namer = namers.get(inLanguage);
  if (!namer) {
    namer = new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' });
    namers.set(inLanguage, namer);
  }
  try {
    return namer.of(code) ?? code;
  } catch {
    return code;
  }
}
