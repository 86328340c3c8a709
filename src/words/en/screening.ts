import { number, shortDay } from '../english.ts';

/** A film shown once, at one place. */
export const screening = {
  /** Over the next few on a film's page. */
  label: 'Screenings',
  /** "Fri 4 Dec 2026, 20:15" */
  when: (day: string, time: string) => `${shortDay(day)}, ${time}`,
  time: (time: string) => time,
  doors: (time: string) => `doors ${time}`,
  until: (time: string) => `until ${time}`,
  /** In which voices and with which words below; names of languages, null where nobody says. */
  heard: (spoken: 'original' | 'dubbed' | null, language: string | null, subtitles: string | null) => {
    const voices =
      spoken === 'dubbed'
        ? `dubbed${language ? ` in ${language}` : ''}`
        : spoken === 'original'
          ? `original version${language ? ` in ${language}` : ''}`
          : language
            ? `in ${language}`
            : '';
    return [voices, subtitles ? `${subtitles} subtitles` : ''].filter(Boolean).join(', ');
  },
  state: { on: 'As announced', 'sold-out': 'Sold out', cancelled: 'Cancelled' },
  draft: 'A draft. Only curators see it.',
  tickets: 'Tickets',
  ticketsFor: (film: string, when: string) => `Tickets for ${film}, ${when}`,
  more: (count: number) => `and ${number(count)} more`,
  of: (film: string) => `Screenings of ${film}`,
  none: 'No screening of this film is announced.',
  subscribe: 'Subscribe in a calendar',
  enter: 'Enter screenings',
  edit: 'Change',
  editOf: (film: string, when: string) => `Change ${film}, ${when}`,
  form: {
    title: 'Enter screenings',
    change: 'Change a screening',
    venue: 'Venue',
    noVenue: 'A screening needs a place first.',
    addVenue: 'Enter a venue',
    showings: 'Dates and times',
    showingsHint:
      'One day to a line: 4 Dec 18:00, 20:30. Several days at once: 4 Dec – 10 Dec 20:15. A date without a year is the next one.',
    day: 'Date',
    time: 'Time',
    timeHint: 'As the clocks of the venue show it.',
    details: 'What is the same for all of them',
    room: 'Screen or auditorium',
    format: 'Format',
    formatHint: 'Such as 35 mm, 70 mm, DCP, 4K or IMAX.',
    spoken: 'Voices',
    spokenAs: { '': 'Not said', original: 'Original version', dubbed: 'Dubbed' },
    language: 'Language heard',
    subtitles: 'Language of the subtitles',
    languageHint: 'As a code: en, de, fr, pt-BR.',
    doors: 'Doors open',
    ends: 'Ends',
    tickets: 'Address for tickets',
    series: 'Series or programme',
    note: 'Note',
    noteHint: 'Such as: with the director present.',
    state: 'State',
    draft: 'Keep as a draft, which only curators see',
    save: 'Save',
    add: 'Enter them',
    remove: 'Remove without a trace',
    removeHint: 'What was announced is better cancelled, so that people learn of it.',
    added: (count: number, there: number) =>
      `${count === 1 ? 'One screening is entered.' : `${number(count)} screenings are entered.`}${there === 0 ? '' : there === 1 ? ' One was there already.' : ` ${number(there)} were there already.`}`,
    saved: 'The screening is changed.',
    removed: 'The screening is gone.',
    wrong: {
      venue: 'Choose a venue.',
      'no-showings': 'At least one date with a time, please.',
      unread: (line: string) => `This line could not be read: ${line}`,
      when: 'A date and a time that are in the calendar, please.',
      skipped: (day: string, time: string) =>
        `On ${day} no clock at the venue shows ${time}: it is the hour that is left out when they go forward.`,
      doors: 'A time such as 19:30, please.',
      ends: 'A time such as 22:45, please.',
      room: 'At most 60 characters.',
      format: 'At most 60 characters.',
      language: 'A code such as en, de or pt-BR, please.',
      subtitles: 'A code such as en, de or pt-BR, please.',
      tickets: 'A web address that begins with https:// or http://, please.',
      note: 'At most 200 characters.',
      series: 'At most 200 characters.',
    },
  },
};
