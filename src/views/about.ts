import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';

/** What this site is, how it counts, by what right it shows what it shows. */
export function aboutView(
  frame: Frame,
  view: { url: string; languages: readonly { code: string; name: string }[] },
): Html {
  const { about: w, language } = frame.words;
  const part = (
    id: string,
    title: string,
    ...said: (string | Html)[]
  ) => html`<section class="part" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<div class="text">${said.map((one) => html`<p>${one}</p>`)}</div></section>
`;
  const links = view.languages.map(({ code, name }) =>
    code === language
      ? html`<b lang="${code}">${name}</b> `
      : html`<a href="/about?in=${code}" lang="${code}" hreflang="${code}">${name}</a> `,
  );
  return layout(frame, {
    title: w.title(frame.siteName),
    style: 'home.css',
    canonical: view.url,
    main: html`<div class="welcome"><h1>${w.title(frame.siteName)}</h1>
<p>${w.lead}</p></div>
${part('ratings', w.ratings.title, w.ratings.marks, w.ratings.formula, w.ratings.five, w.ratings.apart, w.ratings.chosen)}${part('sources', w.sources.title, w.sources.own, w.sources.others, w.sources.spoilers, w.sources.trackers)}${part('removal', w.removal.title, w.removal.text, w.removal.report)}${part('names', w.names.title, w.names.letterboxd)}${part('languages', w.languages.title, html`${w.languages.text} ${links}`)}${part('software', w.software.title, w.software.houselights, w.software.fonts)}`,
  });
}

/** How a site gets an address, in short. */
export function putItOnlineView(frame: Frame): Html {
  const { putItOnline: w } = frame.words;
  const steps = w.steps.map(({ title, text }) => html`<li><b>${title}.</b> ${text}</li>\n`);
  return layout(frame, {
    title: w.title,
    style: 'home.css',
    unlisted: true,
    main: html`<div class="welcome"><h1>${w.title}</h1>
<p>${w.lead}</p></div>
<div class="text"><ol>
${steps}</ol></div>`,
  });
}
