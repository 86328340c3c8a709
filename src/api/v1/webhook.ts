import { z } from 'zod';
import { notFound } from '../../domain/errors.ts';
import type { Reader } from '../../domain/reader.ts';
import { addWebhook, changeWebhook, type Webhook, type WebhookDeed } from '../../domain/webhook.ts';
import { accepted, type Call, created, done, ok, operation } from '../operation.ts';
import { id, instant, instantOf, sent, taken, url } from '../schema.ts';

const LINE = {
  id,
  url,
  on: z.boolean().meta({ description: 'whether it is told of new reviews' }),
  created: instant,
  last: z
    .strictObject({
      at: instant,
      status: z.int().nullable().meta({ description: 'what it answered; null where it answered nothing' }),
      fault: z.string().nullable().meta({ description: 'why it could not be told: `unknown-host`, …' }),
    })
    .nullable()
    .meta({ description: 'how the last message went; null where there was none yet' }),
};
const EXAMPLE = {
  id: '06f2e4l3m1o7q000000000000g',
  url: 'https://regent.example/reviews',
  on: true,
  created: '2026-11-25T12:00:00.000Z',
  last: { at: '2026-11-25T12:30:00.000Z', status: 204, fault: null },
};
const webhook = sent('Webhook', z.strictObject(LINE), 'an address that is told of new reviews', EXAMPLE);
const SECRET = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';
const newWebhook = sent(
  'NewWebhook',
  z.strictObject({
    ...LINE,
    secret: z.string().meta({ description: 'what messages are signed with; shown this once' }),
  }),
  'an address that is told from now on',
  { ...EXAMPLE, last: null, secret: SECRET },
);
const atWebhook = z.object({ webhook: id });

const listWebhooks = operation({
  id: 'listWebhooks',
  method: 'GET',
  path: '/desk/webhooks',
  tag: 'desk',
  summary: 'which addresses are told of new reviews, and how that went last',
  scope: 'admin',
  who: 'owner',
  answers: {
    200: {
      description: 'all of them, the oldest first',
      schema: sent('Webhooks', z.strictObject({ items: z.array(webhook) }), 'addresses that are told'),
    },
  },
  handler: async ({ reader }) => ok({ items: (await reader.webhooks.list()).map(webhookBody) }),
});

const getWebhook = operation({
  id: 'getWebhook',
  method: 'GET',
  path: '/desk/webhooks/{webhook}',
  tag: 'desk',
  summary: 'an address that is told of new reviews, and how that went last',
  scope: 'admin',
  who: 'owner',
  params: atWebhook,
  answers: { 200: { description: 'the address', schema: webhook } },
  handler: async (call) => ok(await webhookAt(call, call.params.webhook)),
});

const addOne = operation({
  id: 'addWebhook',
  method: 'POST',
  path: '/desk/webhooks',
  tag: 'desk',
  summary: 'have an address told of new reviews from now on',
  description:
    'Messages are POSTs of JSON, signed as standardwebhooks.com says with the `secret` of the answer.',
  scope: 'admin',
  who: 'owner',
  body: taken('WebhookInput', z.strictObject({ url: z.string().max(1000) }), 'an address', {
    url: 'https://regent.example/reviews',
  }),
  answers: { 201: { description: 'the address, and the key of its messages', schema: newWebhook } },
  problems: ['invalid', 'conflict'],
  async handler({ reader, transact, body, viewer, now }) {
    const { id, secret } = await transact((writer) => addWebhook(writer, body.url, viewer, now));
    return created(`/desk/webhooks/${id}`, { ...(await webhookAt({ reader }, id)), secret });
  },
});

const changeOne = operation({
  id: 'changeWebhook',
  method: 'PATCH',
  path: '/desk/webhooks/{webhook}',
  tag: 'desk',
  summary: 'tell an address no more, or again',
  scope: 'admin',
  who: 'owner',
  params: atWebhook,
  body: taken('WebhookChange', z.strictObject({ on: z.boolean() }), 'whether it is told', { on: false }),
  match: { of: getWebhook },
  answers: { 200: { description: 'the address as it is now', schema: webhook } },
  async handler(call) {
    await does(call, call.body.on ? 'go-on' : 'stop');
    return ok(await webhookAt(call, call.params.webhook));
  },
});

const removeOne = operation({
  id: 'removeWebhook',
  method: 'DELETE',
  path: '/desk/webhooks/{webhook}',
  tag: 'desk',
  summary: 'tell an address nothing more, and forget it',
  scope: 'admin',
  who: 'owner',
  params: atWebhook,
  match: { of: getWebhook },
  answers: { 204: { description: 'it is forgotten' } },
  async handler(call) {
    await does(call, 'remove');
    return done;
  },
});

const tryOne = operation({
  id: 'tryWebhook',
  method: 'POST',
  path: '/desk/webhooks/{webhook}/attempts',
  tag: 'desk',
  summary: 'send an address a message at once, to try it',
  description: 'How it went is told by `last` of the address, a moment later.',
  scope: 'admin',
  who: 'owner',
  params: atWebhook,
  answers: { 202: { description: 'the message is on its way', schema: webhook, located: true } },
  async handler(call) {
    await does(call, 'try');
    const { webhook } = call.params;
    return accepted(`/desk/webhooks/${webhook}`, await webhookAt(call, webhook));
  },
});

/** Does with an address what its owner wants. */
async function does(call: Call<{ webhook: string }>, deed: WebhookDeed): Promise<void> {
  const { transact, params, viewer, now, services } = call;
  await transact(async (writer) => {
    writer.afterCommit(services.wakeJobs);
    await changeWebhook(writer, params.webhook, deed, viewer, now);
  });
}

/** An address as a GET of it answers. */
async function webhookAt({ reader }: { reader: Reader }, asked: string): Promise<z.output<typeof webhook>> {
  const found = await reader.webhooks.byId(asked);
  if (!found) throw notFound('webhook');
  return webhookBody(found);
}

function webhookBody({ id, url, state, created, told, status, fault }: Webhook): z.output<typeof webhook> {
  const last = told === null ? null : { at: instantOf(told), status, fault };
  return { id, url, on: state === 'on', created: instantOf(created), last };
}

export const WEBHOOKS = [listWebhooks, getWebhook, addOne, changeOne, removeOne, tryOne];
