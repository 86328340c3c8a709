import type { Half } from './labels.ts';
import { type Measured, measure, type Outcome, wilson } from './measure.ts';

/**
 * Prints how well named films are found: `npm run mentions` on the half the rules were made by, `npm run mentions --
 * held-out` on the other too. Each with what was linked wrongly; with `missed` behind it also what was not linked.
 */
const asked = process.argv.slice(2);
const halves: Half[] = asked.includes('held-out') ? ['development', 'held-out'] : ['development'];

const share = (hits: number, of: number) => {
  const [low, high] = wilson(hits, of);
  return `${(hits / of).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
};

function line(half: Half, { right, wrong, missed, traps, trapsFallenFor, changed }: Measured): string {
  const cells = [
    half.padEnd(11),
    `${right} right, ${wrong} wrong, ${missed} missed`,
    `precision ${share(right, right + wrong)}`,
    `recall ${share(right, right + missed)}`,
    `fell for ${trapsFallenFor} of ${traps} traps`,
    `${changed.length} texts rewritten since`,
  ];
  return cells.join(' | ');
}

function example({ kind, text, start, end, said, why, film, score }: Outcome): string {
  const around = (from: number, to: number) => text.text.slice(Math.max(0, from), to).replaceAll('\n', ' ');
  const linked = film ? ` → ${film.title} (${film.year}), ${score.toFixed(1)} points` : '';
  return `  ${kind}: ${around(start - 50, start)}⟦${said}⟧${around(end, end + 30)}${linked}: ${why}`;
}

for (const half of halves) {
  const measured = measure(half);
  process.stdout.write(`${line(half, measured)}\n`);
  for (const outcome of measured.outcomes)
    if (outcome.kind === 'wrong' || (outcome.kind === 'missed' && asked.includes('missed')))
      process.stdout.write(`${example(outcome)}\n`);
}
