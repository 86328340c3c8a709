import { expect } from 'vitest';
import { type Drives, type Listed, tag } from './driving.ts';

export const WEBHOOKS: Drives = {
  'webhooks: added, tried, told no more, removed': async ({ api, site, by }) => {
    const url = 'https://127.0.0.1/reviews';
    const made = await api.ask<{ id: string; secret: string }>('addWebhook', {
      body: { url },
      ...by('owner'),
    });
    expect(made.body).toMatchObject({ url, on: true, last: null });
    expect(made.body.secret).toMatch(/^whsec_/);
    await api.ask('addWebhook', { body: { url }, ...by('owner'), status: 409 });
    await api.ask('addWebhook', { body: { url: 'ftp://x.example/' }, ...by('owner'), status: 422 });
    const at = { params: { webhook: made.body.id }, ...by('owner') };
    await api.ask('tryWebhook', at);
    await site.site.work.settled();
    const tried = await api.ask('getWebhook', at);
    expect(tried.body.last).toMatchObject({ status: null, fault: 'forbidden-address' });
    await api.ask('changeWebhook', { ...at, body: { on: false }, headers: tag(made), status: 412 });
    const off = await api.ask('changeWebhook', { ...at, body: { on: false }, headers: tag(tried) });
    expect(off.body.on).toBe(false);
    const all = await api.ask<Listed>('listWebhooks', by('owner'));
    expect(all.body.items).toEqual([off.body]);
    expect(JSON.stringify(all.body)).not.toContain(made.body.secret);
    await api.ask('listWebhooks', { ...by('curator'), status: 403 });
    await api.ask('removeWebhook', at);
    await api.ask('getWebhook', { ...at, status: 404 });
  },
};
