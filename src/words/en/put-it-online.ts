/** How a site that runs on one machine gets an address, in short. */
export const putItOnline = {
  title: 'Put it online',
  lead: 'An hour, one small server, one address. The long version, with every command, is the file docs/put-it-online.md that came with Houselights.',
  steps: [
    {
      title: 'A server and an address',
      text: 'The smallest rented Linux machine will do. Point a name such as films.example.org at it.',
    },
    {
      title: 'Run Houselights there',
      text: 'Start it with HOUSELIGHTS_URL set to https:// and your address, and TRUST_PROXY=1. Let it listen on 127.0.0.1 only.',
    },
    {
      title: 'A proxy with a certificate',
      text: 'Put Caddy or nginx before it. Caddy gets the certificate by itself: two lines in its file.',
    },
    {
      title: 'Mail',
      text: 'Set SMTP_URL and MAIL_FROM, so that links can be mailed. Until then they are shown in the terminal.',
    },
    {
      title: 'The code',
      text: 'Open the address. Setting it up asks for the code that the site printed when it started.',
    },
    {
      title: 'A copy every night',
      text: 'The command houselights backup writes everything into one file while the site runs. Keep it on another machine, and try once whether it opens.',
    },
  ],
};
