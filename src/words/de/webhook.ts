import type { webhook as english } from '../en/webhook.ts';
import { number } from '../german.ts';

export const webhook: typeof english = {
  title: 'Webhooks',
  lead: 'Eine Adresse von Ihnen kann jede neue Rezension erfahren, sobald alle sie lesen dürfen. Importe bleiben still, und was die Handlung verrät, auch.',
  address: 'Adresse',
  addressHint: 'Sie beginnt mit https:// und nimmt ein POST mit JSON an.',
  add: 'Hinzufügen',
  made: 'Ab jetzt wird dort Bescheid gegeben. Unterschrieben wird mit diesem Schlüssel, der nur jetzt zu sehen ist:',
  signed: 'Wie unterschrieben wird, steht bei standardwebhooks.com.',
  yours: 'Wer Bescheid bekommt',
  none: 'Noch bekommt niemand Bescheid.',
  on: 'Erfährt jede neue Rezension',
  off: 'Erfährt zurzeit nichts',
  untold: 'Noch gab es nichts mitzuteilen.',
  answered: (status, when) => `Am ${when} kam als Antwort ${status}.`,
  failed: (when) => `Am ${when} ging es nicht:`,
  faults: {
    'forbidden-address': 'Die Adresse liegt nicht im öffentlichen Netz.',
    'unknown-host': 'Diesen Namen hat niemand.',
    'too-slow': 'Es kam nicht rechtzeitig eine Antwort.',
    'too-large': 'Die Antwort war zu groß.',
    other: 'Die Adresse war nicht zu erreichen.',
  },
  deeds: { try: 'Probe schicken', stop: 'Anhalten', 'go-on': 'Fortsetzen', remove: 'Entfernen' },
  deedOn: (deed, url) => `${deed}: ${url}`,
  done: {
    try: 'Eine Probe ist unterwegs. Wie es ging, zeigt diese Seite, wenn Sie sie neu laden.',
    stop: 'Dorthin geht nichts mehr.',
    'go-on': 'Dorthin geht wieder alles.',
    remove: 'Entfernt.',
  },
  wrong: {
    'webhook-address': 'Dorthin lässt sich nichts mitteilen; eine Adresse beginnt mit https://.',
    'webhook-known': 'Diese Adresse bekommt schon Bescheid.',
    'too-many-webhooks': (most) =>
      `Es bekommen schon ${number(most)} Adressen Bescheid, mehr können es nicht sein.`,
  },
  retried: 'Was nicht angenommen wird, geht mit wachsenden Pausen wieder hin, zwölfmal im Ganzen.',
  back: 'Zurück zum Pult',
};
