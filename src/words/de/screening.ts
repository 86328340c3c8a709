import type { screening as english } from '../en/screening.ts';
import { number, shortDay } from '../german.ts';

export const screening: typeof english = {
  label: 'Vorstellungen',
  when: (day, time) => `${shortDay(day)}, ${time} Uhr`,
  time: (time) => `${time} Uhr`,
  doors: (time) => `Einlass ${time} Uhr`,
  until: (time) => `bis ${time} Uhr`,
  heard: (spoken, language, subtitles) => {
    const voices =
      spoken === 'dubbed'
        ? `synchronisiert${language ? ` (${language})` : ''}`
        : spoken === 'original'
          ? `Originalfassung${language ? ` (${language})` : ''}`
          : (language ?? '');
    return [voices, subtitles ? `Untertitel: ${subtitles}` : ''].filter(Boolean).join(', ');
  },
  state: { on: 'Wie angekündigt', 'sold-out': 'Ausverkauft', cancelled: 'Fällt aus' },
  draft: 'Ein Entwurf. Nur Kuratoren sehen ihn.',
  tickets: 'Karten',
  ticketsFor: (film, when) => `Karten für ${film}, ${when}`,
  more: (count) => `und ${number(count)} weitere`,
  of: (film) => `${film}: Vorstellungen`,
  none: 'Für diesen Film ist keine Vorstellung angekündigt.',
  subscribe: 'Im Kalender abonnieren',
  enter: 'Vorstellungen eintragen',
  edit: 'Ändern',
  editOf: (film, when) => `${film}, ${when} ändern`,
  form: {
    title: 'Vorstellungen eintragen',
    change: 'Eine Vorstellung ändern',
    venue: 'Spielort',
    noVenue: 'Eine Vorstellung braucht zuerst einen Ort.',
    addVenue: 'Einen Spielort eintragen',
    showings: 'Tage und Zeiten',
    showingsHint:
      'Ein Tag je Zeile: 4.12. 18:00, 20:30. Mehrere Tage auf einmal: 4.12. – 10.12. 20:15. Ohne Jahr ist der nächste solche Tag gemeint.',
    day: 'Tag',
    time: 'Uhrzeit',
    timeHint: 'Wie die Uhren des Spielorts sie zeigen.',
    details: 'Was für alle gilt',
    room: 'Saal',
    format: 'Filmformat',
    formatHint: 'Etwa 35 mm, 70 mm, DCP, 4K oder IMAX.',
    spoken: 'Fassung',
    spokenAs: { '': 'Keine Angabe', original: 'Originalfassung', dubbed: 'Synchronfassung' },
    language: 'Gesprochene Sprache',
    subtitles: 'Sprache der Untertitel',
    languageHint: 'Als Kürzel: en, de, fr, pt-BR.',
    doors: 'Einlass',
    ends: 'Ende',
    tickets: 'Adresse für Karten',
    series: 'Reihe',
    note: 'Hinweis',
    noteHint: 'Etwa: in Anwesenheit der Regisseurin.',
    state: 'Stand',
    draft: 'Als Entwurf behalten, den nur Kuratoren sehen',
    save: 'Sichern',
    add: 'Eintragen',
    remove: 'Spurlos entfernen',
    removeHint: 'Was angekündigt war, sagt man besser ab; so erfahren es die Leute.',
    added: (count, there) =>
      `${count === 1 ? 'Eine Vorstellung ist eingetragen.' : `${number(count)} Vorstellungen sind eingetragen.`}${there === 0 ? '' : there === 1 ? ' Eine stand schon da.' : ` ${number(there)} standen schon da.`}`,
    saved: 'Die Vorstellung ist geändert.',
    removed: 'Die Vorstellung ist entfernt.',
    wrong: {
      venue: 'Wähl einen Spielort.',
      'no-showings': 'Bitte wenigstens einen Tag mit einer Uhrzeit.',
      unread: (line) => `Diese Zeile ist nicht zu lesen: ${line}`,
      when: 'Bitte einen Tag und eine Uhrzeit, die es im Kalender gibt.',
      skipped: (day, time) =>
        `Am ${day} zeigt am Spielort keine Uhr ${time}: Die Stunde fällt aus, weil die Uhren vorgestellt werden.`,
      doors: 'Bitte eine Uhrzeit wie 19:30.',
      ends: 'Bitte eine Uhrzeit wie 22:45.',
      room: 'Höchstens 60 Zeichen.',
      format: 'Höchstens 60 Zeichen.',
      language: 'Bitte ein Kürzel wie en, de oder pt-BR.',
      subtitles: 'Bitte ein Kürzel wie en, de oder pt-BR.',
      tickets: 'Bitte eine Webadresse, die mit https:// oder http:// beginnt.',
      note: 'Höchstens 200 Zeichen.',
      series: 'Höchstens 200 Zeichen.',
    },
  },
};
