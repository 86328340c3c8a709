/** In which voices and languages a film is heard and read; '' where nobody says. */
export interface Voices {
  spoken: '' | 'original' | 'dubbed';
  language: string;
  subtitles: string;
}

/** What cinemas write for short, in the countries that write so. */
const SHORT: Readonly<Record<string, Partial<Voices>>> = {
  ov: { spoken: 'original' },
  vo: { spoken: 'original' },
  of: { spoken: 'original' },
  omu: { spoken: 'original', subtitles: 'de' },
  omdu: { spoken: 'original', subtitles: 'de' },
  omeu: { spoken: 'original', subtitles: 'en' },
  omengu: { spoken: 'original', subtitles: 'en' },
  omenglu: { spoken: 'original', subtitles: 'en' },
  omfu: { spoken: 'original', subtitles: 'fr' },
  vost: { spoken: 'original' },
  vostf: { spoken: 'original', subtitles: 'fr' },
  vostfr: { spoken: 'original', subtitles: 'fr' },
  vose: { spoken: 'original', subtitles: 'es' },
  vosi: { spoken: 'original', subtitles: 'en' },
  vf: { spoken: 'dubbed', language: 'fr' },
  df: { spoken: 'dubbed', language: 'de' },
  dubbed: { spoken: 'dubbed' },
  original: { spoken: 'original' },
};

/** Reads `OmU`, `VOSTFR`, `OV` and the like; what is none of them says nothing. */
export function voicesIn(written: string): Voices {
  const nothing: Voices = { spoken: '', language: '', subtitles: '' };
  const name = written.toLowerCase().replace(/[^a-z]/g, '');
  return { ...nothing, ...(Object.hasOwn(SHORT, name) ? SHORT[name] : {}) };
}
