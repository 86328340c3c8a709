import { type DemoEntry, prose } from '../shape.ts';

const person = 'jost_wiegand';
const language = 'de';

/** Writes in German: dry, exact, hard to please. */
export const byJostWiegand: readonly DemoEntry[] = [
  {
    person,
    film: 'm',
    rating: 10,
    liked: true,
    viewed: '2011-05-21',
    rewatch: true,
    tags: ['Ton', 'Weimar'],
    venue: 'Lichtspiele Saaleblick',
    written: '2011-05-22',
    title: 'Ein Abzählvers',
    language,
    spoiler: 'no',
    text: prose`
      Noch vor dem ersten Bild, im Schwarzen, zählt ein Kind die anderen ab: „Warte, warte nur ein Weilchen …“
      Eine Frau mit dem Wäschekorb ruft vom Gang herunter, sie sollen das verfluchte Lied lassen. Die Frau des
      Hauses nimmt ihr den Korb ab und sagt, solange man sie singen höre, wisse man wenigstens, dass sie noch
      da seien. Damit ist nach einer Minute gesagt, wozu dieser Film den Ton braucht.

      Komisch ist er ja auch, das wird gern verschwiegen. Die Bettlerbörse, wo auf der Schiefertafel die
      Preise für belegte Brote stehen wie Kurse und einer die Zigarrenstummel nach Länge sortiert! Das ist
      Inventur, und Inventur ist es auch, wenn der Einbruch ins Bürohaus abgerechnet wird: so viele Türen, so
      viele Wächter. Lang zählt ab, von der ersten Minute an.

      Und dann Gründgens, Handschuhe, Melone, Lederol. Er sitzt der Versammlung im Keller vor, und hinter ihm
      steht die ganze Unterwelt und will einen Menschen „ausrotten“. Der Film ist vom Mai 1931. Man möchte
      sich hinterher die Hände waschen und merkt, dass es genau die Bewegung wäre, mit der Lorre sich die
      Finger knetet: „Will nicht! Muss!“
    `,
  },
  {
    person,
    film: 'the-third-man',
    rating: 9,
    viewed: '2013-09-14',
    tags: ['Wien'],
    written: '2013-09-15',
    language,
    spoiler: 'no',
    text: prose`
      Wer Deutsch kann, sieht einen anderen Film. Die Hausbesitzerin im Steppdeckenumhang, die sich bei vier
      Besatzungsmächten nacheinander über die Zustände im Haus beschwert, wird Mr. Martins nicht übersetzt; er
      hört Lärm, wir hören eine Witwe, die sich geniert. Am schönsten ist Paul Hörbiger als Portier. Er sucht
      die englischen Wörter zusammen, der Tote sei jetzt im Himmel, sagt er und zeigt nach unten, oder in der
      Hölle, und der Finger geht nach oben. Ein Versprecher mit der Hand. Graham Greene hat viel gewusst, aber
      das hat ihm ein Wiener geschenkt.
    `,
  },
  {
    person,
    film: 'tokyo-story',
    rating: 9,
    viewed: '2003-12',
    rewatch: true,
    written: '2010-01-03',
    language,
    spoiler: 'no',
    text: prose`
      Drei alte Männer trinken. Der eine hat im Krieg beide Söhne verloren. Dem zweiten ist seiner geblieben,
      aber nur Unterabteilungsleiter geworden, und das findet er beinahe schlimmer. Und Ryū, der bis dahin
      höflich alles schön gefunden hat, gibt mit schwerem Kopf zu, auch er habe sich von seinem Doktor mehr
      versprochen. Dann bringt ihn nachts ein Schutzmann zur Tochter, und er schläft im Frisiersalon ein, im
      Friseurstuhl, neben dem Freund, den keiner kennt. Die Tochter schimpft. Beim ersten Mal, mit
      achtundzwanzig, habe ich mit ihr geschimpft. Heute bin ich für den Stuhl.
    `,
  },
  {
    person,
    film: 'stalker',
    rating: 10,
    liked: true,
    viewed: '1982',
    tags: ['DDR', 'Erinnerung'],
    written: '2012-04-09',
    title: 'Lehrlingskarte, 55 Pfennig',
    language,
    spoiler: 'no',
    text: prose`
      Uns musste 1982 keiner erklären, was eine Zone ist. Wir lachten an der falschen Stelle, gleich zu
      Anfang, als der Jeep hinter dem Güterzug durch die Sperre schlüpft und die Posten ins Leere schießen; es
      war das Lachen von Leuten, die nachgerechnet hatten, ob das bei uns ginge.

      Danach lachte niemand mehr. Die Braunkohle vor dem Fenster der Küche, das Wasserglas, das über den Tisch
      zittert, wenn der Zug vorbeifährt: Das war Leuna, das war meine Tante in Merseburg. Und dann wird es
      grün, sie stehen im nassen Kraut, und der Stalker legt sich hin, das Gesicht ins Gras, wie einer, der
      von der Schicht kommt. Dass man das zeigen durfte, einen Menschen, der in der Natur nichts will, keinen
      Aufbau, keine Ernte!

      Die Frau hat am Ende eine Rede in die Kamera hinein. Sie hat gewusst, was sie heiratet. Ich kenne keine
      Liebeserklärung in deutscher Sprache, die so wenig bittet, und es war nur die Synchronfassung.
    `,
  },
  {
    person,
    film: 'wings-of-desire',
    rating: 8,
    viewed: '1990-03',
    tags: ['Berlin'],
    written: '2019-11-10',
    title: 'Von der anderen Seite',
    language,
    text: prose`
      „Ich kann den Potsdamer Platz nicht finden“, murmelt der alte Curt Bois, stapft durch Unkraut und Morast
      und setzt sich in einen weggeworfenen Sessel. Ich habe den Film im März 1990 gesehen, einen Tag nachdem
      ich selbst durch dieses Unkraut gegangen war, von Osten her, und ihn auch nicht gefunden hatte.

      Man hat Wenders das Raunen vorgeworfen, Handkes „Als das Kind Kind war“, Marions lange Ansprache an der
      Bar. Alles richtig. Aber wie der Engel nach seinem Sturz Blut am Hinterkopf hat, daran leckt und sagt,
      das habe einen Geschmack, und dann seine Rüstung zum Trödler trägt, dafür eine Jacke kriegt, die nicht
      passt, und am Imbiss einen Kaffee: So sahen wir in jenem Winter alle aus. Ein Begrüßungsgeld, ein
      unmögliches Jackett und dieses Gesicht.
    `,
  },
  {
    person,
    film: 'in-the-mood-for-love',
    rating: 5,
    viewed: '2001-01',
    rewatch: false,
    tags: ['Einspruch'],
    written: '2010-11-28',
    title: 'Einspruch, Euer Ehren',
    language,
    spoiler: 'no',
    text: prose`
      Beim fünften Mal Yumeji-Walzer habe ich angefangen, die Kleider zu zählen; bei siebzehn war der Film zu
      Ende, und ich wusste von Frau Chan, dass sie schmal ist. Das Kompliment, man sehe hier das Begehren
      selbst, verstehe ich nicht. Ich sehe eine Ausstattung, die begehrt werden will. Ein Zigarettenrauch, der
      minutenlang in den Lampenschirm steigt, ist auch in Hongkong Tabak.

      Eine Szene nehme ich aus, die Probe mit der Reisschale: Sie fragt ihn, ob er eine andere hat, er
      antwortet, sie ohrfeigt ihn so, wie man eine Fliege verscheucht, und bricht erst beim zweiten Versuch
      zusammen. Da knittert endlich etwas.
    `,
  },
  {
    person,
    film: 'parasite',
    rating: 6,
    viewed: '2019-10-19',
    venue: 'Lichtspiele Saaleblick',
    written: '2019-10-21',
    language,
    spoiler: 'no',
    text: prose`
      „So metaphorisch!“, ruft der Sohn über den Gelehrtenstein, den ihm der Freund ins Kellerloch bringt, und
      da der Film es selbst sagt, darf ich es wohl auch sagen. Alles bedeutet. Die Treppe bedeutet, der Regen
      bedeutet, zuletzt bedeutet der Stein, dass er schwimmt. Bong baut wie ein Uhrmacher, und ich sitze vor
      dem Gehäuse und warte, ob es einmal falsch geht. Einmal tut es das: wenn der Vater beim Trinken die
      Mutter am Kragen packt, weil sie ihn mit einer Schabe verglichen hat, und man einen Atemzug lang nicht
      weiß, ob er scherzt. Da hätte ich gern gesehen, wie es weitergeht. Dann lachen alle.
    `,
  },
  { person, film: 'close-up', rating: 9, viewed: '1992' },
  { person, film: 'do-the-right-thing', rating: 7, viewed: '1990-08' },
];
