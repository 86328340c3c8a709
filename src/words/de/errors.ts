import type { errors as english } from '../en/errors.ts';

export const errors: typeof english = {
  notFound: {
    title: 'Nicht gefunden',
    film: 'Unter dieser Adresse gibt es keinen Film.',
    review: 'Diese Rezension ist nicht hier oder nicht mehr für alle da.',
    member: 'Niemand hier heißt so.',
    page: 'Unter dieser Adresse gibt es keine Seite.',
    help: 'Vielleicht ist sie umgezogen. Such am besten bei den Filmen.',
    near: 'War es einer von diesen?',
    search: 'Einen Film suchen',
    searchButton: 'Suchen',
  },
  method: {
    title: 'So nicht zu öffnen',
    text: 'Unter dieser Adresse gibt es etwas, aber keine Seite zum Öffnen. Vielleicht war es ein Formular: Geh zurück auf seine Seite und schick es noch einmal.',
  },
  forbidden: {
    title: 'Nicht für dich geöffnet',
    text: 'Diese Seite ist für die Leute, die sich um diese Website kümmern.',
    elsewhere:
      'Das Formular kam von einer anderen Website, darum wurde nichts geändert. Öffne die Seite hier und schick es noch einmal.',
  },
  gone: {
    title: 'Nicht mehr hier',
    text: 'Wer diese Rezension geschrieben hat, hat sie zurückgenommen.',
    film: 'Dieser Film wurde entfernt. Geschrieben war nichts dazu.',
  },
  tooMany: {
    title: 'Eine kleine Pause, bitte',
    text: (seconds) =>
      `Das war oft in kurzer Zeit. Nichts ist verloren: Geh zurück, warte ${seconds < 90 ? `${Math.ceil(seconds)} Sekunden` : `${Math.ceil(seconds / 60)} Minuten`} und schick es noch einmal.`,
  },
  tooLarge: {
    title: 'Zu groß',
    text: (bytes) =>
      `Was gesendet wurde, ist größer als die ${Math.round(bytes / 1_000_000)} MB, die diese Seite annimmt.`,
  },
  invalid: {
    title: 'Da fehlt etwas',
    text: 'Das Formular war nicht zu lesen. Geh zurück und schick es noch einmal.',
  },
  conflict: {
    title: 'Jemand war schneller',
    text: 'Das wurde inzwischen geändert. Geh zurück und sieh noch einmal nach.',
  },
  busy: {
    title: 'Gerade beschäftigt',
    text: 'Die Website kann gerade nicht schreiben. Nichts ist verloren: Geh zurück und schick es gleich noch einmal.',
  },
  broken: {
    title: 'Hier ist etwas kaputt',
    text: 'Diese Seite ließ sich nicht herstellen. Der Fehler liegt bei uns; an deinen Texten hat er nichts geändert.',
    id: (id) => `Wenn du dem Haus davon erzählst, nenne diese Nummer: ${id}`,
  },
};
