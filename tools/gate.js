// `npm run gate`: everything a change must pass. Its last line adds up what ran: `N passed, N failed, N skipped`,
// types and lint counting one each. `--tested` leaves the tests out, for a run that has just had them by `npm test`.
import { spawn } from 'node:child_process';

const tested = process.argv.includes('--tested');

/** Rooms and accessibility are tests, in test/rooms.test.ts and test/browser, and run among them. */
const steps = tested ? ['types', 'lint'] : ['types', 'lint', 'test'];
const total = { passed: 0, failed: 0, skipped: 0 };

for (const step of steps) {
  console.log(`\n— ${step}`);
  const { code, counts } = await npmRun(step);
  const own = counts ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  // What ended badly without saying what failed is itself a failure.
  if (code !== 0 && own.failed === 0) own.failed = 1;
  for (const key of Object.keys(total)) total[key] += own[key];
}

console.log(tested ? '\nThe tests are not part of this run.' : '');
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Runs a script of package.json, shows what it prints, and reads its closing line if it has one. */
function npmRun(script) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      // Piped, no step is at a terminal; some colour their words all the same where CI is set.
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    child.stdout.on('data', (text) => {
      process.stdout.write(text);
      output = (output + text).slice(-2000);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      const closing = /(\d+) passed, (\d+) failed, (\d+) skipped\s*$/.exec(output);
      const [passed, failed, skipped] = closing ? closing.slice(1).map(Number) : [];
      resolve({ code: code ?? 1, counts: closing && { passed, failed, skipped } });
    });
  });
}
