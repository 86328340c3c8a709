import type { Webhook, WebhookDeed } from '../domain/webhook.ts';
import { office } from './admin.ts';
import { notice, textField } from './field.ts';
import { type Html, html } from './html.ts';
import type { Frame } from './layout.ts';

/** The page of who is told of new reviews. */
export interface WebhooksView {
  /** The oldest first; `when` is the calendar date it was told last. */
  webhooks: (Pick<Webhook, 'id' | 'url' | 'state' | 'status' | 'fault'> & { when: string | null })[];
  /** The key of the address that was just added, shown this once. */
  secret: string | null;
  done: WebhookDeed | null;
  /** What was typed, where it could not be taken. */
  typed: string;
  wrong: 'webhook-address' | 'webhook-known' | 'too-many-webhooks' | null;
  most: number;
}

/** Who is told of new reviews, and a form for another. */
export function webhooksView(frame: Frame, view: WebhooksView): Html {
  const { webhook: w } = frame.words;
  const { wrong, secret } = view;
  const said = wrong === 'too-many-webhooks' ? w.wrong[wrong](view.most) : wrong && w.wrong[wrong];
  const made =
    secret && notice(html`${w.made} <code class="token" tabindex="0">${secret}</code> ${w.signed}`);
  return office(frame, 'webhooks', {
    title: w.title,
    lead: w.lead,
    done: view.done && w.done[view.done],
    inside: html`${made}<form method="post" action="/admin/webhooks">
${textField({ name: 'url', label: w.address, hint: w.addressHint, value: view.typed, wrong: said, autocomplete: 'url', more: { inputmode: 'url', dir: 'ltr' }, required: true })}<p class="doors"><button class="door first">${w.add}</button></p>
</form>
<section class="part" aria-labelledby="told"><h2 id="told">${w.yours}</h2>
${view.webhooks.length === 0 ? html`<p>${w.none}</p>\n` : html`<ul class="works">${view.webhooks.map((one) => line(frame, one))}</ul>\n`}<p class="soft">${w.retried}</p>
</section>
`,
  });
}

function line({ words }: Frame, one: WebhooksView['webhooks'][number]): Html {
  const { webhook: w, review } = words;
  const fault = one.fault && (Object.hasOwn(w.faults, one.fault) ? one.fault : 'other');
  const how =
    one.when === null
      ? w.untold
      : fault
        ? html`${w.failed(review.day(one.when))} ${w.faults[fault as keyof typeof w.faults]}`
        : w.answered(one.status ?? 0, review.day(one.when));
  const deeds: WebhookDeed[] = ['try', one.state === 'on' ? 'stop' : 'go-on', 'remove'];
  const button = (deed: WebhookDeed) =>
    html`<button class="door" name="do" value="${deed}" aria-label="${w.deedOn(w.deeds[deed], one.url)}">${w.deeds[deed]}</button> `;
  return html`<li><p><code dir="ltr">${one.url}</code></p>
<p class="soft">${one.state === 'on' ? w.on : w.off}. ${how}</p>
<form method="post" action="/admin/webhooks/${one.id}"><p class="doors">${deeds.map(button)}</p></form></li>
`;
}
