import type { Film } from '../domain/reader.ts';
import type { Words } from '../words/words.ts';
import { office } from './admin.ts';
import { notice, textField } from './field.ts';
import { type Html, html } from './html.ts';
import type { Frame } from './layout.ts';

export type AddressWrong = keyof Words['filmAddress']['wrong'];

export interface FilmAddressView {
  film: Film;
  /** Whether nobody has done anything with it, so that it can be taken away. */
  bare: boolean;
  saved: boolean;
  /** What was typed, where something was wrong with it. */
  typed: { slug: string; leadsTo: string; wrong: AddressWrong } | null;
}

/** A film's address, and taking away a film that nothing hangs on. */
export function filmAddressView(frame: Frame, { film, bare, saved, typed }: FilmAddressView): Html {
  const { filmAddress: w, merge } = frame.words;
  const ofAddress = typed?.wrong === 'slug' || typed?.wrong === 'slug-taken';
  const wrong = typed && w.wrong[typed.wrong];
  const removal = bare
    ? html`<p>${w.remove.lead}</p>
<form method="post" action="/film/${film.slug}/address">
${textField({ name: 'leads-to', label: w.remove.leadsTo, hint: w.remove.leadsToHint, value: typed?.leadsTo ?? '', autocomplete: 'off', wrong: ofAddress ? null : wrong })}<p class="doors"><button class="door" name="do" value="remove">${w.remove.button}</button></p>
</form>`
    : html`<p>${w.remove.inUse}</p>
<p class="doors"><a class="door" href="/film/${film.slug}/merge">${merge.link}</a></p>`;
  return office(frame, 'films', {
    title: w.title,
    of: film,
    lead: w.lead,
    done: saved ? w.saved : null,
    inside: html`${wrong && notice(html`<b>${wrong}</b>`, true)}<form method="post" action="/film/${film.slug}/address">
${textField({ name: 'slug', label: w.label, hint: w.hint, value: typed && ofAddress ? typed.slug : film.slug, autocomplete: 'off', required: true, wrong: ofAddress ? wrong : null })}<p class="doors"><button class="door first" name="do" value="save">${w.save}</button> <a class="door" href="/film/${film.slug}">${w.back}</a></p>
</form>
<section class="part" aria-labelledby="remove"><h2 id="remove">${w.remove.title}</h2>
${removal}
</section>
`,
  });
}
