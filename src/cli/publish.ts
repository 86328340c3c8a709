import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../config.ts';
import type { PublishOptions } from '../main.ts';
import { type CommandLine, type CommonOptions, type Outcome, withJson, wordsOf } from './command-line.ts';
import { progressBar } from './progress.ts';

interface PublishLine extends CommonOptions {
  at?: string;
  cards: CardChoice;
}

type CardChoice = NonNullable<PublishOptions['cards']>;
const CARD_CHOICES = ['all', 'written', 'live'] as const satisfies readonly CardChoice[];

/** `houselights publish DIR`: the whole public site as files, of which only those that changed are written. */
export function addPublish(program: Command, line: CommandLine, finish: (outcome: Outcome) => void): void {
  withJson(program.command('publish'))
    .description('write the public site into a folder, as files for any server')
    .argument('<folder>', 'a new or an empty folder, or the one it was published into before')
    .option(
      '--at <url>',
      'where the copy will be served, for what names its pages and pictures in full',
      address,
    )
    .addOption(
      new Option('--cards <which>', 'the social cards in it').choices(CARD_CHOICES).default('written'),
    )
    .action(async (name: string, options: PublishLine) => {
      const folder = resolve(name);
      const words = wordsOf(line).command.publish;
      // Other commands start sooner without all that makes pages.
      const { publish, PublishError } = await import('../main.ts');
      const bar = progressBar(line);
      try {
        const { at, cards } = options;
        const asked = { folder, at, cards, progress: bar.at };
        const { owned, ...done } = await publish(readConfig(options, line.environment), asked);
        bar.end();
        const more = [...(owned ? [] : [words.ownerless]), ...done.left.map(words.left)];
        finish({
          code: 0,
          json: { folder, ...done },
          lines: [words.done(folder, done), words.cards[done.cards.choice](done.cards), ...more],
        });
      } catch (error) {
        bar.end();
        if (!(error instanceof PublishError)) throw error;
        const message = words.refused[error.code](error);
        finish({ code: 1, json: { error: { code: error.code, message } }, lines: [message] });
      }
    });
}

/** An address on the web as it was typed, without a last slash; it may lie in a folder of another site. */
function address(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new InvalidArgumentError('It is an address such as https://films.example.org.');
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
