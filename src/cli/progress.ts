import type { CommandLine } from './command-line.ts';

const WIDTH = 30;

/** A bar that grows in one line of standard error, where somebody watches it; elsewhere nothing. */
export function progressBar({ terminal, err }: CommandLine): {
  at(done: number, all: number): void;
  end(): void;
} {
  let shown = '';
  return {
    at(done, all) {
      if (!terminal || all === 0) return;
      const share = Math.min(done / all, 1);
      const filled = Math.round(share * WIDTH);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor(share * 100)} %`;
      if (bar !== shown) err(`\r${bar}`);
      shown = bar;
    },
    end() {
      if (shown) err('\r\u001b[K');
    },
  };
}
