import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { guessLanguage } from './language.ts';

test.each([
  ['en', 'The coffee scene is so quiet that you hear two lives pass each other.'],
  ['de', 'Zwei Männer sitzen an einem Tisch, und keiner von ihnen wird laut.'],
  ['fr', 'Deux hommes sont assis à une table et personne ne hausse la voix.'],
  ['es', 'Dos hombres se sientan a la mesa y ninguno de los dos levanta la voz.'],
  ['pt', 'Dois homens sentam-se à mesa e nenhum deles levanta a voz, não é preciso.'],
  ['it', 'Due uomini siedono a un tavolo e nessuno dei due alza la voce.'],
  ['nl', 'Twee mannen zitten aan een tafel en geen van beiden verheft zijn stem.'],
  ['pl', 'Dwóch mężczyzn siedzi przy stole i żaden nie podnosi głosu.'],
  ['cs', 'Přes celé město se mluví tiše, a přesto je to nejhlasitější scéna.'],
  ['sv', 'Två män sitter vid ett bord och ingen av dem höjer rösten.'],
  ['fi', 'Kaksi miestä istuu pöydän ääressä eikä kumpikaan korota ääntään.'],
  ['tr', 'İki adam bir masada oturuyor ve hiçbiri sesini yükseltmiyor.'],
  ['vi', 'Hai người đàn ông ngồi bên bàn'],
  ['ru', 'Двое мужчин сидят за столом, и никто не повышает голоса.'],
  ['ru', 'Тихий фильм'],
  ['uk', 'Двоє чоловіків сидять за столом'],
  ['el', 'ήσυχη'],
  ['ja', '静かな映画'],
  ['zh', '两个男人坐在桌边'],
  ['ko', '조용한 영화'],
  ['ar', 'فيلم هادئ'],
  ['fa', 'فیلم آرام'],
  ['he', 'סרט שקט'],
  ['hi', 'शांत फ़िल्म'],
  ['th', 'หนังเงียบ'],
  ['ja', '『Heat』と『Thief』はマイケル・マンの映画'],
])('%s: %s', (language, text) => expect(guessLanguage(text)).toBe(language));

test.each(['', '★★★★', 'lol', 'Great film', '10/10 https://ok.example/a-long-address-that-is-no-language'])(
  'says nothing of %j',
  (text) => expect(guessLanguage(text)).toBeNull(),
);

test.each([
  'Het is een film die was gemaakt of bedoeld voor wie van stilte houdt, en dat is niet voor iedereen.',
  'Her er en film for dem, der vil have ro, og den har ikke brug for at forklare det, den kan vise det.',
  'As personagens têm as mãos cheias, as janelas abertas e as noites longas, e tu has de as ver outra vez.',
  'Das war der Film, an den ich dachte: her mit der Not, was ist das, wir haben es nicht verdient.',
])('words it shares with English do not make it English: %s', (text) =>
  expect(guessLanguage(text)).not.toBe('en'),
);

test("the detector's data are not read before the first text needs them", () => {
  const script = `
    const { guessLanguage } = await import(${JSON.stringify(new URL('./language.ts', import.meta.url).href)});
    const { createRequire } = await import('node:module');
    const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((name) => name.includes('tinyld'));
    const before = loaded();
    guessLanguage('静かな映画');
    const short = loaded();
    guessLanguage('Two men sit at a table and neither raises his voice.');
    console.log(JSON.stringify([before, short, loaded()]));`;
  const answer = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  expect(JSON.parse(answer)).toEqual([false, false, true]);
});
