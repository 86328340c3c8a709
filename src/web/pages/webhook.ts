import { DomainError, invalid, notFound } from '../../domain/errors.ts';
import { dayIn } from '../../domain/viewing-date.ts';
import { addWebhook, changeWebhook, MOST_WEBHOOKS, type WebhookDeed } from '../../domain/webhook.ts';
import { type WebhooksView, webhooksView } from '../../views/webhook.ts';
import { field } from '../form.ts';
import { type Answer, page, redirect, type Visit } from '../route.ts';

const DEEDS = ['try', 'stop', 'go-on', 'remove'] as const satisfies WebhookDeed[];
const WRONGS = ['webhook-address', 'webhook-known', 'too-many-webhooks'] as const;

/** Who is told of new reviews. */
export async function showWebhooks(visit: Visit): Promise<Answer> {
  const asked = visit.url.searchParams.get('done');
  return page(await webhooks(visit, { done: DEEDS.find((deed) => deed === asked) ?? null }));
}

/** Has an address told from now on, and shows its key this once. */
export async function postWebhook(visit: Visit): Promise<Answer> {
  const typed = field(await visit.form(), 'url');
  try {
    const { transact, viewer, now } = visit;
    const { secret } = await transact((writer) => addWebhook(writer, typed, viewer, now));
    return page(await webhooks(visit, { secret }));
  } catch (error) {
    const wrong = error instanceof DomainError && WRONGS.find((code) => code === error.code);
    if (!wrong) throw error;
    return page(await webhooks(visit, { typed, wrong }), wrong === 'webhook-address' ? 400 : 409);
  }
}

/** Tries, stops, goes on with or removes an address. */
export async function changeOneWebhook(visit: Visit): Promise<Answer> {
  const { transact, viewer, params, now, services } = visit;
  const id = params.id ?? '';
  if (!/^[0-9a-v]{26}$/.test(id)) throw notFound('webhook');
  const asked = field(await visit.form(), 'do');
  const deed = DEEDS.find((one) => one === asked);
  if (!deed) throw invalid('webhook-deed');
  await transact(async (writer) => {
    await changeWebhook(writer, id, deed, viewer, now);
    writer.afterCommit(services.wakeJobs);
  });
  return redirect(`/admin/webhooks?done=${deed}`);
}

async function webhooks(visit: Visit, now: Partial<WebhooksView>) {
  const { reader, site, frame } = visit;
  const all = await reader.webhooks.list();
  const day = (instant: number) => dayIn(site.settings.timeZone, instant);
  return webhooksView(frame, {
    webhooks: all.map(({ id, url, state, status, fault, told }) => ({
      ...{ id, url, state, status, fault },
      when: told === null ? null : day(told),
    })),
    ...{ secret: null, done: null, typed: '', wrong: null, most: MOST_WEBHOOKS },
    ...now,
  });
}
