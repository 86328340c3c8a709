import { afterEach, beforeEach, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { readConfig } from '../../src/config.ts';
import { openData } from '../../src/data.ts';
import { describeOnBothEngines, type FreshDatabase, freshDatabase } from '../engines/store.ts';
import { houselights } from './command.ts';

const PASSWORD = 'a lamp in the aisle';

describeOnBothEngines('houselights user create', (engine) => {
  let fresh: FreshDatabase;
  let where: string[];
  beforeEach(async () => {
    fresh = await freshDatabase(engine);
    where = ['--data', fresh.folder, '--database', fresh.database];
  });
  afterEach(() => fresh.drop());

  const create = (username: string, email: string, input: string, ...more: string[]) =>
    houselights(['user', 'create', username, '--email', email, '--password-stdin', ...more, ...where], {
      input,
    });

  test('makes an owner on an empty site, who can sign in with what was piped in', async () => {
    const made = await create('ada', 'Ada@Example.org', `${PASSWORD}\n`, '--role', 'owner', '--json');
    expect(made.json()).toEqual({ id: expect.stringMatching(/^\w{26}$/), username: 'ada', role: 'owner' });
    const data = await openData(readConfig({ data: fresh.folder, database: fresh.database }, {}));
    const member = await data.store.reader.members.byUsername('ada');
    expect(member).toMatchObject({ role: 'owner', name: 'ada' });
    const signed = await data.accounts.signIn(
      { email: 'ada@example.org', password: PASSWORD },
      new Headers({ host: 'localhost:3000' }),
    );
    expect(signed.account).toMatchObject({ id: member?.accountId, emailVerified: true });
    await data.close();
  });

  test('keeps spaces at the ends of a password, and takes only its first line', async () => {
    expect(await create('bo', 'bo@example.org', '  dim the lights  \r\nand more')).toMatchObject({
      code: 0,
      out: 'bo can sign in now, as member.\n',
    });
    const data = await openData(readConfig({ data: fresh.folder, database: fresh.database }, {}));
    const account = await data.accounts.byEmail('bo@example.org');
    expect(await data.accounts.isPassword(account?.id ?? '', '  dim the lights  ')).toBe(true);
    await data.close();
  });

  test('refuses what cannot be, in a sentence, and makes nobody', async () => {
    await create('ada', 'ada@example.org', PASSWORD);
    const refusals: [Parameters<typeof create>, string][] = [
      [['ada', 'other@example.org', PASSWORD], 'username-taken'],
      [['eve', 'ada@example.org', PASSWORD], 'email-taken'],
      [['eve', 'not an address', PASSWORD], 'email'],
      [['e', 'eve@example.org', PASSWORD], 'username'],
      [['admin', 'eve@example.org', PASSWORD], 'username-reserved'],
      [['eve', 'eve@example.org', 'password'], 'weak-password'],
      [['eve', 'eve@example.org', ''], 'no-password'],
      [['eve', 'eve@example.org', PASSWORD, '--name', ' '], 'name'],
    ];
    for (const [input, code] of refusals) {
      const refused = await create(...input, '--json');
      expect({ input, code: refused.code, json: refused.json() }).toMatchObject({
        code: 1,
        json: { error: { code, message: expect.stringMatching(/^[A-Z].+\.$/) } },
      });
    }
    const data = await openData(readConfig({ data: fresh.folder, database: fresh.database }, {}));
    expect(await data.accounts.byEmail('eve@example.org')).toBeNull();
    expect(await data.store.reader.members.byUsername('eve')).toBeNull();
    await data.close();
  });
});

test('the command says which version it is, to programs too', async () => {
  expect(await houselights(['--version'])).toMatchObject({ code: 0, out: `${manifest.version}\n`, err: '' });
  expect((await houselights(['--version', '--json'])).json()).toEqual({ text: manifest.version });
});
