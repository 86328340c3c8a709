/** What is pasted into a page, a theme or a template elsewhere; code in the languages of others. */
export interface StripLines {
  /** For the page itself. */
  frame: string;
  element: string;
  /** For a site's own back end, by what it is built with. */
  wordpress: string;
  ghost: string;
  hugo: string;
  eleventy: string;
  php: string;
  /** The address of the strip as HTML without a look of its own. */
  plain: string;
  /** The address of the strip as data. */
  json: string;
}

/** Pixels kept free for a strip with reviews, and for one without. */
const ROOM = 480;
const LITTLE_ROOM = 64;

/**
 * The lines for one strip.
 *
 * @param of.path what follows `/embed/`: `film/heat-1995`, or `programme`
 * @param of.film the slug, `auto` for what each page says itself, or null for the programme
 * @param of.query the options, as the address takes them
 * @param of.said what the strip is called, for those whose browser shows none
 * @param of.link where it leads then
 * @param of.empty whether there is nothing in it now
 */
export function stripLines(
  origin: string,
  of: {
    path: string;
    film: string | null;
    query: URLSearchParams;
    said: string;
    link: string;
    empty: boolean;
  },
): StripLines {
  const { path, film, query, said, link, empty } = of;
  const address = (form: string, more: Record<string, string> = {}) => {
    const all = new URLSearchParams([...query, ...Object.entries(more)]).toString();
    return `${origin}/embed/${path}${form}${all && `?${all}`}`;
  };
  const options = [...query].map(([name, value]) => ` ${name}="${attribute(value)}"`).join('');
  const room = empty ? LITTLE_ROOM : ROOM;
  const script = `<script async src="${origin}/embed.js"></script>`;
  const name = film === null ? 'film-programme' : 'film-reviews';
  const which = film === null ? '' : ` film="${attribute(film)}"`;
  const kept = film === 'auto' ? ' style="display:block"' : ` style="display:block;min-height:${room}px"`;
  const inside = `<a href="${link}">${attribute(said)}</a>`;
  const drawn = address('.html', { as: 'element' });
  const element = `${script}\n<${name}${which}${options}${kept}>${inside}</${name}>`;
  return {
    frame: `<iframe src="${attribute(address(''))}" title="${attribute(said)}" width="100%" height="${room}" style="border:0" loading="lazy"></iframe>\n${script}`,
    element,
    wordpress: `<?php
if ( false === ( $strip = get_transient( 'strip_${path.replace(/\W+/g, '_')}' ) ) ) {
  $strip = wp_remote_retrieve_body( wp_remote_get( '${drawn}' ) );
  set_transient( 'strip_${path.replace(/\W+/g, '_')}', $strip, 600 );
}
echo $strip;`,
    ghost: element,
    hugo: `{{ with try (resources.GetRemote "${drawn}") }}{{ with .Value }}{{ .Content | safeHTML }}{{ end }}{{ end }}`,
    eleventy: `eleventyConfig.addAsyncShortcode("strip", async () =>
  (await fetch("${drawn}")).text());`,
    php: `<?php readfile('${drawn}'); ?>`,
    plain: address('.html'),
    json: address('.json'),
  };
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
