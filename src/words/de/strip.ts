import type { strip as english } from '../en/strip.ts';
import { fullDay, number } from '../german.ts';

export const strip: typeof english = {
  of: (title) => `Rezensionen zu ${title}`,
  atSite: (title, site) => `Rezensionen zu ${title} bei ${site}`,
  oneAtSite: (title, author, site) => `${title}, besprochen von ${author} bei ${site}`,
  picked: (of) => {
    const from = `von ${number(of.all)} ${of.all === 1 ? 'Rezension' : 'Rezensionen'}`;
    const how =
      of.chosen === of.shown
        ? `${number(of.shown)} ${from}, ausgewählt von ${of.site}`
        : of.chosen > 0
          ? `${number(of.shown)} ${from}, davon ${number(of.chosen)} ausgewählt von ${of.site}`
          : `${number(of.shown)} ${from}, ${of.newest ? 'die neuesten' : 'die beliebtesten'} zuerst`;
    return [how, ...of.limits].join('; ');
  },
  limits: {
    least: (stars) => `nur ab ${stars}`,
    here: 'nur von Mitgliedern',
    elsewhere: 'nur anderswo geschriebene',
    language: (name) => `nur auf ${name}`,
  },
  none: (site) => `Bei ${site} hat über diesen Film noch niemand geschrieben.`,
  noneHere: (all, site) =>
    all === 1
      ? `Die Rezension zu diesem Film steht bei ${site}.`
      : `Die ${number(all)} Rezensionen zu diesem Film stehen bei ${site}.`,
  unknown: (site) => `${site} kennt diesen Film nicht.`,
  unknownReview: (site) => `Diese Rezension gibt ${site} nicht weiter.`,
  unknownVenue: (site) => `${site} kennt dieses Haus nicht.`,
  tells: (title) => `Verrät, was in ${title} geschieht.`,
  readThere: 'Dort lesen',
  hidden: 'Worte, die die Handlung verraten',
  site: (site) => `Rezensionen bei ${site}`,
  open: 'Rezensionen zeigen',
  rest: 'Den Rest zeigen',
  programme: {
    open: 'Programm zeigen',
    title: (days) => `In den nächsten ${number(days)} Tagen`,
    of: (venue, days) => `${venue}: die nächsten ${number(days)} Tage`,
    nothing: (days) => `Für die nächsten ${number(days)} Tage ist nichts angekündigt.`,
    whole: 'Das ganze Programm',
    fullDay,
  },
  problem: {
    show: (value) => `„${value}“ ist keine Reihenfolge; „chosen“ und „newest“ sind welche.`,
    n: (value) => `„${value}“ ist keine Zahl von 1 bis 12; es werden 3 gezeigt.`,
    from: (value) => `„${value}“ ist keine Herkunft; „here“, „elsewhere“ und „all“ sind welche.`,
    least: (value) => `„${value}“ ist keine Bewertung von 0,5 bis 5; alle werden gezeigt.`,
    in: (value) => `„${value}“ ist keine Sprache wie „de“; jede Sprache wird gezeigt.`,
    theme: (value) => `„${value}“ ist keine Beleuchtung; „light“, „dark“ und „auto“ sind welche.`,
    lang: (value) => `„${value}“ ist keine Sprache wie „de“; es gilt die des Lesers oder der Leserin.`,
    empty: (value) => `„${value}“ ist nicht bekannt; „line“ und „nothing“ sind es.`,
    venue: (value) =>
      `„${value}“ ist kein Name eines Hauses, wie er in seiner Adresse steht; alle werden gezeigt.`,
  },
  oembed: {
    noFormat: 'Hier wird nur json und xml gesprochen.',
    nothing: 'Zu dieser Adresse gibt es hier nichts einzubetten.',
  },
};
