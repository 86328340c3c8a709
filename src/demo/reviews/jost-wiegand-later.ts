import { type DemoEntry, prose } from '../shape.ts';

const person = 'jost_wiegand';
const language = 'de';
const venue = 'Lichtspiele Saaleblick';

/** The typesetter again: what is set, what is only drawn, and who read the proofs. */
export const laterByJostWiegand: readonly DemoEntry[] = [
  {
    person,
    film: 'the-cabinet-of-dr-caligari',
    rating: 8,
    viewed: '2014-10-25',
    rewatch: true,
    tags: ['Weimar', 'Schrift'],
    venue,
    written: '2014-10-27',
    title: 'Handschriftlich',
    language,
    spoiler: 'no',
    text: prose`
      Gesetzt ist hier kein Wort. Die deutschen Zwischentitel sind gezeichnet, zackig, mit Keilen statt
      Serifen und einem S, das nach vorn fällt; wer sie durch eine ordentliche Antiqua ersetzt, und das ist
      oft geschehen, der hat dem Film die halbe Kulisse abgebaut. Denn die Schrift spielt ja mit. Der
      Direktor läuft aus der Anstalt in die gemalte Nacht, und es steht in der Luft, an der Mauer, im kahlen
      Baum, er müsse Caligari werden. Er weicht den Buchstaben aus wie Wespen.

      Das Schönste aber ist der Stadtsekretär auf seinem Hocker, zwei Köpfe zu hoch, krumm über dem Papier.
      Caligari will eine Genehmigung und bekommt Laune. Dafür stirbt der Mann in derselben Nacht. Ich habe
      dreißig Jahre lang Anträge gestellt und kann die Szene nicht missbilligen.
    `,
  },
  {
    person,
    film: 'prince-achmed',
    rating: 9,
    liked: true,
    viewed: '2026-05-02',
    tags: ['Weimar', 'Schere', 'Jubiläum'],
    venue,
    written: '2026-05-03',
    title: 'Hundert Jahre und ein Tag',
    language,
    spoiler: 'no',
    text: prose`
      Blei ist drin. Das weiß kaum jemand: Lotte Reinigers Figuren sind schwarzer Karton, aber wo sie schwer
      liegen sollten, nahm sie dünn gewalztes Blei, und die Gelenke sind Draht. Drei Jahre lang, über einer
      Garage in Potsdam, Bild für Bild, eine Frau von Mitte zwanzig auf den Knien über der Glasplatte.
      Gestern vor hundert Jahren lief das zum ersten Mal, in der Berliner Volksbühne.

      Wer je beim Schriftschneiden zugesehen hat, kennt diese Kunst: Der Umriss allein muss sagen, ob einer
      lügt. Der Zauberer lügt mit den Fingern. Und wenn die Hexe gegen ihn kämpft, Löwe gegen Schlange,
      Skorpion gegen Hahn, dann fließt ein Schwarz ins andere, ohne dass man die Schere noch hört. Neben mir
      saß ein Kind, das die ganze Zeit fragte, wo die Gesichter seien. In der letzten Rolle fragte es nicht
      mehr.
    `,
  },
  {
    person,
    film: 'the-cranes-are-flying',
    rating: 10,
    liked: true,
    viewed: '2005-05-08',
    rewatch: true,
    tags: ['DDR', 'Erinnerung'],
    written: '2013-06-22',
    title: 'Kekse',
    language,
    spoiler: 'no',
    text: prose`
      In der Schule zeigte man ihn uns am Tag der Befreiung, und wir waren auf Panzer gefasst. Statt dessen
      rennt Tatjana Samoilowa mit einem Päckchen Kekse durch die Menge am Sammelplatz. Die Kamera rennt mit,
      im Bus, vom Bus, zwischen die Leute, die sich küssen, betrinken, Ziehharmonika spielen, und keiner
      davon ist Statist. Boris steht am Gitter und sucht sie. Sie ruft. Der Zug setzt sich in Bewegung, da
      wirft sie das Päckchen, es platzt, und die Kolonne marschiert darüber. Man hört es nicht einmal
      knirschen.

      Urussewski, heißt es immer, die Birken, die sich drehen, die Wendeltreppe. Gewiss. Ich bestehe auf den
      Keksen. Es gibt im sowjetischen Film genug Männer, die mit erhobenem Arm fallen; Zucker und Mehl waren
      vorher nie dabei.
    `,
  },
  {
    person,
    film: 'vertigo',
    rating: 6,
    viewed: '1996-11',
    tags: ['Einspruch'],
    written: '2016-02-14',
    language,
    spoiler: 'yes',
    text: prose`
      Hitchcock hat einen Brief gedreht, den niemand bekommt. Nach zwei Dritteln setzt sich Judy im Hotel
      Empire an den Tisch, schreibt Scottie auf, wie es war, der Turm, die andere Frau, der Mann, der sie
      bezahlt hat, und zerreißt den Bogen. Von da an wissen wir alles und er nichts. Darüber kann man Bücher
      schreiben, es ist geschehen. Mir fällt nur auf, dass der Film seitdem mit ihr fühlen müsste und lieber
      weiter ihm zusieht, wie er ein graues Kostüm bestellt. Der Verkäuferin ist es peinlich. Sie ist die
      letzte Vernünftige, seit Midge den Korridor hinuntergegangen ist und nicht mehr wiederkommt.

      Im Vorspann tritt der Titel aus einer Pupille, klein, wird groß und geht ab; danach die Spiralen, eine
      in der anderen. Als Setzer hätte ich da aufstehen können und hätte alles Nötige gehabt, in drei
      Minuten und ohne Kostüm.
    `,
  },
  {
    person,
    film: 'daisies',
    rating: 9,
    liked: true,
    viewed: '2008-03-08',
    tags: ['Prag', 'Schrift'],
    venue,
    written: '2012-03-09',
    language,
    spoiler: 'yes',
    text: prose`
      Man beachte die Schreibmaschine. Ganz am Schluss, die beiden Marien haben das Bankett zertrampelt, die
      Torten geworfen, die Scherben wieder zu Tellern gelegt und sind, in Zeitungspapier verschnürt, unter
      den Kronleuchter geraten, da hämmert es Buchstaben für Buchstaben eine Widmung über zerbombte Häuser:
      für alle, die sich nur über zertretenen Salat aufregen. Jeder Anschlag ist ein Schuss. Ich habe in
      meinem Leben viele Widmungen gesetzt, keine hat so gesessen.

      Ein Abgeordneter in Prag hat sich dann wirklich über die Lebensmittel beschwert. Bei uns lief das
      nicht. Wir bekamen Märchen mit Aschenbrödel, auch aus Prag, auch über Frauen, die nicht tun, was man
      ihnen sagt, aber sie hatten danach aufgegessen.
    `,
  },
  {
    person,
    film: 'paris-texas',
    rating: 7,
    viewed: '1991-09',
    tags: ['Amerika'],
    written: '2011-10-02',
    language,
    spoiler: 'no',
    text: prose`
      Auf dem Heimweg von der Schule gehen sie auf zwei Seiten derselben Straße. Der Vater drüben ahmt den
      Sohn nach, der Sohn den Vater, Hüpfen, Humpeln, rückwärts, und dazwischen fahren Autos. Das dauert eine
      Minute, und mehr Versöhnung hätte ich nicht gebraucht. Vorher hat sich Travis von der Haushälterin
      zeigen lassen, wie ein Vater auszusehen hat; ein reicher oder ein armer, fragt sie, dazwischen gebe es
      nichts.

      Schwer tue ich mich mit der Kabine. Der Spiegel, der nur nach einer Seite durchlässt, das Telefon, die
      lange Geschichte von dem Wohnwagen und der Glocke am Knöchel: Das ist gebaut, und man hört Sam Shepard
      tippen. Ich sah den Film im zweiten Jahr, in dem ich nach Texas hätte fahren dürfen. Das Geld reichte
      bis Kassel.
    `,
  },
  {
    person,
    film: 'come-and-see',
    rating: 9,
    viewed: '1986-11',
    tags: ['DDR', 'Krieg'],
    written: '2015-05-09',
    title: 'Rückwärts',
    language,
    spoiler: 'yes',
    text: prose`
      Wir gingen als Brigade, geschlossen, die Karten kamen vom FDGB. Zurück ging jeder allein. An der
      Scheune von Perechody hatte die Synchronfassung nichts mehr zu tun: Es war schon unsere Sprache, die da
      Befehle gab, lachte und ausrichten ließ, wer ohne Kinder sei, dürfe heraus. Neben mir saß der
      Maschinenmeister, Jahrgang 22. Er hat den Hut, den er auf den Knien hielt, aufgesetzt, im Saal, und
      nicht mehr abgenommen.

      Am Ende schießt Fljora auf ein Führerbild in der Pfütze, und mit jedem Schuss läuft die Wochenschau
      zurück, Trümmer werden Häuser, Aufmärsche gehen rückwärts ab, bis ein Säugling auf dem Schoß der Mutter
      sitzt. Da schießt er nicht. Man kann das für eine Predigt halten. Ich hatte dem Jungen vorher zwei
      Stunden beim Altern zugesehen und hielt es für Handwerk.
    `,
  },
  {
    person,
    film: 'fargo',
    rating: 8,
    liked: true,
    viewed: '1996-12-07',
    venue,
    written: '2010-12-18',
    title: 'Drei Cent',
    language,
    spoiler: 'yes',
    text: prose`
      Philatelistisch ist die Sache einwandfrei. Norm Gunderson malt Enten, und im letzten Bild, im Ehebett,
      muss er gestehen, dass seine Stockente nur auf die Drei-Cent-Marke kommt; die große hat ein Kollege.
      Marge sagt, die kleinen brauche man doch jedesmal, wenn das Porto steigt. Wer je Ergänzungswerte
      geklebt hat, weiß: Sie hat recht, und sie liebt ihn.

      Kurz zuvor hat sie einen Mann verhaftet, der den anderen in den Häcksler schob, und ihm im
      Streifenwagen vorgehalten, dass draußen schönes Wetter sei. Draußen ist alles weiß, Himmel wie Feld,
      kein Satzspiegel mehr zu erkennen. Dass zu Beginn behauptet wird, es sei eine wahre Begebenheit, ist
      gelogen. Die Entenbilder gibt es aber.
    `,
  },
  {
    person,
    film: 'the-rules-of-the-game',
    rating: 9,
    viewed: '2009-01-17',
    rewatch: true,
    tags: ['Mechanik'],
    written: '2011-01-23',
    language,
    spoiler: 'no',
    text: prose`
      Die Dame am Klavier spielt nicht. Sie sieht den Tasten zu, wie sie sich von selber senken. Auf der
      Liebhaberbühne tanzen dazu ein Skelett und drei Gespenster mit Laternen, und die Laternen fahren durch
      den dunklen Saal über lauter Leute, die gerade nach der falschen Hand greifen. Der Marquis sammelt
      Spielwerke, also Dinge, die bei richtiger Pflege tun, was sie sollen; mit zwei Frauen, einem Flieger und
      einem elsässischen Jagdhüter gelingt ihm das weniger, und einmal verklemmt sich sogar die Orgel und hört
      nicht auf.

      Über die Treibjagd ist das Nötige gesagt. Ich hatte vergessen, was auf die zweite Jagd folgt, die durch
      die Salons: Jagdhüter und Wilderer sind beide entlassen, der eine steht an einem Baum und weint, und
      der, auf den er eben noch geschossen hat, erkundigt sich nach seinen Plänen. Zwei Männer vom Fach.
    `,
  },
  {
    person,
    film: 'aftersun',
    rating: 7,
    viewed: '2022-12-29',
    tags: ['Fotografie'],
    venue,
    written: '2023-01-02',
    language,
    spoiler: 'no',
    text: prose`
      Ein Sofortbild liegt auf dem Tisch im türkischen Restaurant, und während Vater und Tochter über
      Belangloses reden, bleibt die Kamera bei ihm. Erst ist es grau. Dann kommen zwei Schatten, dann
      Schultern. Sie bleibt nicht, bis man die Gesichter erkennt. So schlicht hat mir noch keiner erklärt,
      was Erinnern ist, und so ökonomisch.

      Leider traut die Regisseurin dem Verfahren nicht und baut daneben ein Stroboskop auf, in dem die
      erwachsene Sophie durch eine Disko drängt, die keine ist. Das hätte ich gestrichen. Das Karaoke nicht:
      Sie singt allein, daneben, alle Strophen, und er bleibt sitzen und bietet ihr hinterher Gesangsstunden
      an. Sie sagt, er solle nichts versprechen, wofür er kein Geld hat. Elf Jahre alt! Der Pauschalgast
      neben mir hustete.
    `,
  },
  {
    person,
    film: 'drive-my-car',
    rating: 9,
    liked: true,
    viewed: '2022-01-08',
    tags: ['Tschechow', 'Korrektur'],
    venue,
    written: '2022-01-10',
    title: 'Fahnen lesen',
    language,
    spoiler: 'no',
    text: prose`
      Unsere Korrektorinnen arbeiteten zu zweit. Die eine las laut vor, ohne Ton, jedes Komma mit Namen, die
      andere fuhr mit dem Stift nach; wer betonte, flog hinaus, denn wer betont, überliest. Genau so lässt
      Kafuku seine Truppe am Tisch den „Onkel Wanja“ lesen, Tage, Wochen, Japanisch, Mandarin, Koreanisch,
      und klopft ab, sobald jemand anfängt zu spielen. Die Schauspieler murren, sie seien keine Roboter. Ich
      saß im Saal und nickte.

      Was dabei herauskommt, zeigt der Park. Zwei Frauen proben zwischen Laub, Yoon-a spricht mit den Händen,
      die andere in ihrer eigenen Sprache, und auf einmal ist etwas da, und er sagt nur, das sei es gewesen,
      man müsse es jetzt dem Publikum öffnen. Drei Stunden, ein Saab, vier oder fünf Geständnisse zu viel.
      Aber fehlerfrei.
    `,
  },
];
