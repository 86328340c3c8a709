import sharp from 'sharp';
import { expect } from 'vitest';
import type { Drives } from './driving.ts';

/** The pictures of a film, as they are listed. */
interface Pictures {
  items: { id: string; state: string; stands: boolean; files: { url: string }[] }[];
}

export const PICTURES: Drives = {
  'a poster: brought, shown, chosen, taken away and put back': async ({ api, site, by, film }) => {
    const at = { params: { film }, ...by('curator') };
    const form = async (bytes?: Buffer) => {
      const red = sharp({ create: { width: 200, height: 300, channels: 3, background: 'red' } });
      const made = new FormData();
      made.append('files', new File([new Uint8Array(bytes ?? (await red.png().toBuffer()))], 'poster.png'));
      return made;
    };
    const said = { kind: 'poster', licence: 'CC-BY-4.0', credit: 'Ann Ito' };
    const none = await api.ask('addPicture', { ...at, raw: await form(), query: {}, status: 422 });
    expect(none.body).toMatchObject({ code: 'kind' });
    const text = Buffer.from('<svg onload="alert(1)"/>');
    const wrong = await api.ask('addPicture', { ...at, raw: await form(text), query: said, status: 422 });
    expect(wrong.body).toMatchObject({ code: 'not-a-picture' });
    await api.ask('addPicture', {
      ...{ params: { film }, raw: await form(), query: said, ...by('member'), status: 403 },
    });
    const brought = await api.ask<Pictures>('addPicture', { ...at, raw: await form(), query: said });
    const [poster] = brought.body.items;
    expect(poster).toMatchObject({ state: 'here', stands: true, credit: 'Ann Ito', licence: 'CC-BY-4.0' });
    const address = poster?.files[0]?.url.replace(site.origin, '') ?? '';
    expect((await site.get(address)).headers.get('content-type')).toBe('image/avif');
    expect((await api.ask('getFilm', { params: { film } })).body.poster).toMatchObject({ width: 200 });
    const one = { params: { film, picture: poster?.id ?? '' }, ...by('curator') };
    const stood = { params: { film, kind: 'poster' }, ...by('curator') };
    const stands = async () => (await api.ask<Pictures>('listPictures', at)).body.items[0]?.stands;
    await api.ask('choosePicture', { ...stood, body: { picture: null } });
    expect(await stands()).toBe(false);
    await api.ask('choosePicture', { ...stood, body: { picture: poster?.id } });
    expect(await stands()).toBe(true);
    await api.ask('removePicture', one);
    expect((await site.get(address)).status).toBe(404);
    await api.ask('restorePicture', one);
    expect(await stands()).toBe(true);
    await api.ask('unchoosePicture', stood);
    expect(await stands()).toBe(false);
  },
};
