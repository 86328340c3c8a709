import { type Html, html, render } from './html.ts';

/** What an oEmbed consumer is told: https://oembed.com, version 1.0, type `rich`. */
export interface Oembed {
  /** Of the frame. */
  src: string;
  /** Pixels. */
  width: number;
  height: number;
  title: string;
  /** Where it leads without the frame. */
  link: string;
  provider: { name: string; url: string };
}

/** The answer's fields. The HTML is a link in a quotation and a frame, which is all that WordPress leaves standing. */
export function oembedFields({ src, width, height, title, link, provider }: Oembed) {
  const quoted = html`<blockquote><a href="${link}">${title}</a></blockquote>`;
  const frame = html`<iframe src="${src}" width="${width}" height="${height}" title="${title}" frameborder="0"></iframe>`;
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: provider.name,
    provider_url: provider.url,
    cache_age: 3600,
    html: render(html`${quoted}${frame}`),
    width,
    height,
  };
}

/** The same as XML. */
export function oembedXml(fields: ReturnType<typeof oembedFields>): string {
  const { version, type, title, provider_name, provider_url, cache_age, width, height } = fields;
  const said = html`<oembed><version>${version}</version><type>${type}</type><title>${title}</title><provider_name>${provider_name}</provider_name><provider_url>${provider_url}</provider_url><cache_age>${cache_age}</cache_age><html>${fields.html}</html><width>${width}</width><height>${height}</height></oembed>`;
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n${render(said)}\n`;
}

/** By which a page is found to be embeddable; `url` is its public address. */
export function oembedLinks(url: string, title: string): Html {
  const asked = `${new URL(url).origin}/oembed?url=${encodeURIComponent(url)}`;
  return html`<link rel="alternate" type="application/json+oembed" href="${asked}" title="${title}">
<link rel="alternate" type="text/xml+oembed" href="${asked}&amp;format=xml" title="${title}">
`;
}
