import { expect, test } from 'vitest';
import { describeOnBothEngines } from '../engines/store.ts';
import { movie, review } from '../store/importing.ts';
import { FERRY, file, type ImportWorld, minted, onImportPage } from './import-page.ts';
import type { TestSite } from './site.ts';

describeOnBothEngines('files that are brought to the import page', (engine) => {
  let site: TestSite;
  let curator: ImportWorld['curator'];
  const { as, at, ask, batches, brought, kept, raw, send, textOf, YES } = onImportPage(engine, (opened) => {
    ({ site, curator } = opened);
  });

  test('says in a sentence what is wrong with a file, and where', async () => {
    const cases: [string, string | Uint8Array<ArrayBuffer>, RegExp][] = [
      ['empty.json', '', /The file is empty\./],
      ['half.json', '{"@type": "Movie", "name": "Ha', /stops in the middle of something/],
      ['broken.json', '{"@type": Movie}', /This is no JSON/],
      ['export.zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /zip/i],
      ['bytes.json', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), /is not UTF-8/],
      ['page.html', '<!doctype html><html><p>Nothing</p></html>', /has no schema\.org data/],
      ['deep.json', '['.repeat(20_000) + ']'.repeat(20_000), /./],
    ];
    for (const [name, content, said] of cases) {
      const response = await send([[name, content]]);
      expect(response.status, name).toBe(303);
      const html = await textOf(at(response));
      expect(html, name).toMatch(said);
      expect(html, name).toContain(name);
      expect(html, name).not.toContain('name="visibility"');
      await ask(at(response), { do: 'leave' });
    }
    const nothing = await brought('');
    expect(at(await ask(nothing, YES)), 'nothing to import, whatever is sent').toBe(nothing);
    await ask(nothing, { do: 'leave' });
    expect(await batches()).toEqual([]);
  });

  test('takes the good of several files, and a file that comes twice once', async () => {
    const response = await send([
      ['a.jsonld', file(movie('Twice', [review('Ada', 'Once is enough.')]))],
      ['a.jsonld', file(movie('Twice', [review('Ada', 'Once is enough.')]))],
      ['bad.jsonld', '{'],
    ]);
    const html = await textOf(at(response));
    expect(html).toContain('a.jsonld (2)');
    expect(html).toMatch(/<dt>new<\/dt><dd>1<\/dd>/);
    expect(html).toMatch(/<dt>here already<\/dt><dd>1<\/dd>/);
    expect(html).toContain('bad.jsonld');
    const report = await ask(at(response), YES).then(() => site.get(at(response), as(curator)));
    const again = await brought(movie('Twice', [review('Ada', 'Once is enough.')]));
    const same = await textOf(again);
    expect(same).toContain('All of it is here already.');
    expect(same).not.toContain('name="visibility"');
    await ask(again, { do: 'leave' });
    await ask(`${at(report)}/undo`, {});
  });

  test('keeps nothing of what is too large, too many, nothing, or not whole', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        const head = '--x\r\ncontent-disposition: form-data; name="files"; filename="a.json"\r\n\r\n';
        controller.enqueue(sent === 0 ? Buffer.from(head) : Buffer.alloc(1_000_000, 32));
        sent += 1;
      },
    });
    const large = await raw('multipart/form-data; boundary=x', endless);
    expect(large.status).toBe(413);
    expect(await large.text()).toContain('more than 50 MB');
    expect(sent, 'it is left off when it is too much').toBeLessThan(60);
    const many = await send(Array.from({ length: 21 }, (_, n) => [`${n}.json`, '{}'] as const));
    expect(many.status).toBe(400);
    expect(await many.text()).toContain('more than 20 files');
    const none = new FormData();
    none.append('files', new File([], ''));
    const nothing = await site.post('/import', none, as(curator));
    expect(nothing.status).toBe(400);
    expect(await nothing.text()).toContain('Choose a file first.');
    for (const [type, body] of [
      [
        'multipart/form-data; boundary=x',
        '--x\r\ncontent-disposition: form-data; name="files"; filename="a"\r\n\r\nhalf',
      ],
      ['multipart/form-data', 'no boundary'],
      ['text/plain', 'files=a'],
      ['application/x-www-form-urlencoded', 'files=a'],
    ]) {
      const response = await raw(type ?? '', body ?? '');
      expect(response.status, type).toBe(400);
      expect(await response.text(), type).toContain('did not arrive whole');
    }
    expect(kept()).toEqual([]);
  });

  test('a file’s name is only a name: never a path, never markup', async () => {
    const names = [
      '../../../etc/passwd',
      '..\\..\\boot.ini',
      '<img src=x onerror=alert(1)>.json',
      `${'ﷺ'.repeat(300)}.json`,
      '\u202Egpj.exe',
    ];
    const response = await send(
      names.map((name, n) => [name, file(movie(`Film ${n}`, [review('Ada', 'So.')]))]),
    );
    const html = await textOf(at(response));
    expect(kept().sort()).toEqual(
      kept()
        .sort()
        .filter((path) => /^\/[0-9a-f]{2}\/[0-9a-f]{62}$/.test(path)),
    );
    expect(kept()).toHaveLength(names.length);
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('\u202e');
    expect(html).not.toContain('etc/passwd');
    expect(html).toContain('passwd');
    await ask(at(response), { do: 'leave' });
  });

  test('forgets after a day what nobody imports', async () => {
    const first = minted(await brought(FERRY));
    const path = await brought(FERRY);
    expect(minted(path) - first, 'what is due in a day does not make today’s ids tomorrow’s').toBeLessThan(
      3_600_000,
    );
    expect(kept()).toHaveLength(1);
    site.clock.now += 86_400_001;
    await site.site.work.settled();
    const gone = await site.get(path, as(curator));
    expect(gone.status).toBe(404);
    expect(await gone.text()).toContain('forgotten after a day');
    expect(kept()).toEqual([]);
  });

  test('says when files that were kept are gone, and when it broke, and imports nothing', async () => {
    const path = await brought(movie('Lost', [review('Ada', 'Lost.')]));
    const { transact } = site.site.store;
    const id = path.split('/').at(-1) ?? '';
    await transact((writer) => writer.uploads.move(id, ['read'], 'importing'));
    await transact((writer) => writer.uploads.failed(id, 'broken', 'too-large'));
    expect(await textOf(path)).toContain('more in these files than fits into memory');
    await ask(path, { do: 'leave' });
    expect(kept()).toEqual([]);
    expect(await batches()).toEqual([]);
  });
});
