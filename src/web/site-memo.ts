import type { Reader, Site } from '../domain/reader.ts';

/** The site's name and settings, read again when their version has moved. */
export interface SiteMemo {
  at(version: number): Promise<Site>;
  /** What was read last; for a page that must not fail. */
  latest(): Promise<Site>;
}

export function openSiteMemo(reader: Reader): SiteMemo {
  let known: { version: number; site: Site } | null = null;
  return {
    async at(version) {
      if (known?.version !== version) known = { version, site: await reader.site.get() };
      return known.site;
    },
    async latest() {
      return known ? known.site : reader.site.get();
    },
  };
}

/** Stands for the site on a page that is made while the database cannot be read. */
export const UNREAD_SITE: Site = {
  name: 'Houselights',
  owned: true,
  settings: {
    newcomers: false,
    firstReviewWaits: false,
    reviewsOnFilmPage: 5,
    timeZone: 'UTC',
    language: 'en',
    search: true,
    training: false,
    demonstration: false,
    programme: false,
  },
};
