import type { about as english } from '../en/about.ts';

export const about: typeof english = {
  title: (site) => `Über ${site}`,
  lead: 'Für jeden Film eine Seite, mit Inhalt und den Rezensionen, die Leute geschrieben haben, wo immer das war. Um die Rezensionen geht es; alles andere steht ihnen nicht im Weg.',
  ratings: {
    title: 'Wie Bewertungen gezählt werden',
    marks:
      'Eine Bewertung reicht von einem halben bis zu fünf Sternen. Jede Person zählt je Film einmal, mit der Bewertung, die sie jetzt gibt, ganz gleich, wie oft sie ihn gesehen hat.',
    formula:
      'Der Durchschnitt ist das einfache Mittel: die Sterne aller, die bewertet haben, zusammengezählt und durch ihre Zahl geteilt, mit einer Nachkommastelle.',
    five: 'Unter fünf Bewertungen steht kein Durchschnitt da: Er sagte mehr über den Zufall als über den Film.',
    apart:
      'Mitglieder dieser Website und Leute anderswo werden getrennt gezählt und nie vermischt. Zitierte Rezensionen zählen bei keinen von beiden, ebenso wenig Leute, die am Film oder an seinem Verkauf beteiligt sind.',
    chosen:
      'Wo das Haus ausgesucht hat, welche Rezensionen vorn stehen, sagt die Seite es, und der Durchschnitt bleibt der von allen.',
  },
  sources: {
    title: 'Woher die Rezensionen kommen',
    own: 'Mitglieder schreiben hier oder bringen selbst mit, was sie anderswo geschrieben haben.',
    others:
      'Rezensionen anderer stehen hier, wenn ihre Verfasser es erlaubt haben, oder als kurzer Auszug mit ihren Sternen, ihrem Namen und einem Link dorthin, wo sie geschrieben wurden. Die Zeile über jeder Rezension sagt, wo sie zu Hause ist.',
    spoilers:
      'Eine Rezension, die die Handlung verrät, bleibt zu, bis du sie öffnest. Hast du den Film eingetragen, stehen alle offen.',
    trackers: 'Wer hier liest, bekommt kein Cookie, keine Verfolgung und kein Banner.',
  },
  facts: {
    title: 'Woher die Angaben kommen',
    wikidata: 'Einige Angaben zu den Filmen hier kommen von Wikidata, das sie allen freigibt (CC0).',
    tmdb: 'Dieses Angebot nutzt die Schnittstelle von TMDB, ist aber von TMDB weder geprüft noch empfohlen. (This product uses the TMDB API but is not endorsed or certified by TMDB.) Wo ein Film zu sehen ist, weiß JustWatch.',
    imdb: 'Angaben mit freundlicher Genehmigung von IMDb (imdb.com).',
  },
  removal: {
    title: 'Wenn eine Rezension von dir ist',
    text: 'Unter jeder Rezension von anderswo steht „Das ist von mir: ändern oder entfernen“. Ein Konto brauchst du dafür nicht. Die Bitte verbirgt die Rezension sofort, bis das Haus entschieden hat.',
    report: 'Ist sonst etwas nicht in Ordnung, sagt „Melden“ darunter es dem Haus.',
  },
  names: {
    title: 'Namen und Marken',
    letterboxd:
      'Diese Website hat keine Verbindung zu Letterboxd, IMDb oder einer anderen Website, von der Rezensionen kommen. Ihre Namen sagen, wo etwas geschrieben wurde, und sonst nichts.',
  },
  software: {
    title: 'Womit sie läuft',
    houselights: 'Houselights, freie Software unter der MIT-Lizenz.',
    fonts:
      'Die Schriften sind Archivo und Newsreader, unter der SIL Open Font License 1.1, von hier ausgeliefert.',
  },
  languages: {
    title: 'Sprachen',
    text: 'Die Website spricht die erste Sprache deines Browsers, die sie kann. Diese Seite auf:',
  },
};
