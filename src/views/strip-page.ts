import type { StripOptions } from '../domain/strip.ts';
import type { Words } from '../words/words.ts';
import { type Html, html, plainScript } from './html.ts';

/** A strip as a page by itself, for a frame on a page elsewhere. Its links lead out of the frame. */
export function stripPage(
  words: Words,
  {
    title,
    theme,
    strip,
    asset,
  }: { title: string; theme: StripOptions['theme']; strip: Html; asset: (name: string) => string },
): Html {
  return html`<!doctype html>
<html lang="${words.language}" dir="${words.direction}" class="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="robots" content="noindex">
<base target="_top">
<link rel="stylesheet" href="${asset('embed.css')}">
${plainScript(asset('embed-frame.js'))}
</head>
<body>
<main aria-label="${title}">
${strip}</main>
</body>
</html>
`;
}

/** A strip that is drawn without a script on somebody's own page: an element with its shadow root in the HTML. */
export function stripElement(
  strip: Html,
  { film, style, attributes }: { film: string | null; style: string; attributes: Html },
): Html {
  const root = html`<template shadowrootmode="open"><link rel="stylesheet" href="${style}">${strip}</template>`;
  return film === null
    ? html`<film-programme${attributes}>${root}</film-programme>\n`
    : html`<film-reviews film="${film}"${attributes}>${root}</film-reviews>\n`;
}
