import type { putItOnline as english } from '../en/put-it-online.ts';

export const putItOnline: typeof english = {
  title: 'Ins Netz stellen',
  lead: 'Eine Stunde, ein kleiner Server, eine Adresse. Die lange Fassung mit jedem Befehl ist die Datei docs/put-it-online.md, die mit Houselights kam (auf Englisch).',
  steps: [
    {
      title: 'Ein Server und eine Adresse',
      text: 'Der kleinste gemietete Linux-Rechner genügt. Lass einen Namen wie filme.example.org auf ihn zeigen.',
    },
    {
      title: 'Houselights dort starten',
      text: 'Starte es mit HOUSELIGHTS_URL auf https:// und deine Adresse gesetzt, dazu TRUST_PROXY=1. Lass es nur auf 127.0.0.1 lauschen.',
    },
    {
      title: 'Ein Proxy mit Zertifikat',
      text: 'Stell Caddy oder nginx davor. Caddy holt das Zertifikat selbst: zwei Zeilen in seiner Datei.',
    },
    {
      title: 'Post',
      text: 'Setz SMTP_URL und MAIL_FROM, damit Links verschickt werden können. Bis dahin stehen sie im Terminal.',
    },
    {
      title: 'Der Code',
      text: 'Öffne die Adresse. Zum Übernehmen braucht es den Code, den die Website beim Start ausgegeben hat.',
    },
    {
      title: 'Jede Nacht eine Kopie',
      text: 'Der Befehl houselights backup schreibt bei laufendem Betrieb alles in eine Datei. Heb sie auf einem anderen Rechner auf und probier einmal, ob sie sich öffnen lässt.',
    },
  ],
};
