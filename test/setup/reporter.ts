import type { UserConsoleLog } from 'vitest';
import type { Reporter, SerializedError, TestCase, TestModule, Vitest } from 'vitest/node';

interface Group {
  files: number;
  passed: number;
  failed: number;
  skipped: number;
  milliseconds: number;
}

/**
 * A short account of a test run: a line for each group of files, every failure in full, what was not run and
 * why, and last `N passed, N failed, N skipped` alone on a line. A file or run that fails outside its tests
 * counts as one failure, so that the last line never says 0 failed of a run that failed.
 */
export default class ShortReporter implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  /** With `silent: 'passed-only'` these are the words of failed tests. */
  onUserConsoleLog(log: UserConsoleLog): void {
    process.stdout.write(log.content);
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: 'passed' | 'interrupted' | 'failed',
  ): void {
    const groups = new Map<string, Group>();
    const skipped = new Map<string, string[]>();
    for (const module of modules) {
      const group = groups.get(groupOf(module)) ?? {
        files: 0,
        passed: 0,
        failed: 0,
        skipped: 0,
        milliseconds: 0,
      };
      groups.set(groupOf(module), group);
      group.files += 1;
      group.milliseconds += module.diagnostic().duration;
      for (const test of module.children.allTests()) this.#count(test, group, skipped);
      group.failed += this.#failuresOutsideTests(module);
    }
    for (const error of unhandled) this.#print('outside any test', error);

    const all = [...groups.values()];
    for (const [name, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) say(lineOf(name, group));
    if (skipped.size > 0) say('\nNOT RUN');
    for (const [why, names] of skipped) say(`  ${why}\n${names.map((name) => `    - ${name}`).join('\n')}`);
    const stopped = reason === 'interrupted' ? 1 : 0;
    if (stopped) say('\nThe run was stopped before its end.');
    if (all.length === 0) say('\nNo test was found.');
    const sum = (of: 'passed' | 'failed' | 'skipped') => all.reduce((total, group) => total + group[of], 0);
    say(
      `\n${sum('passed')} passed, ${sum('failed') + unhandled.length + stopped} failed, ${sum('skipped')} skipped`,
    );
  }

  #count(test: TestCase, group: Group, skipped: Map<string, string[]>): void {
    const result = test.result();
    if (result.state === 'passed') group.passed += 1;
    if (result.state === 'failed') {
      group.failed += 1;
      for (const error of result.errors) this.#print(nameOf(test), error);
    }
    // With --testNamePattern all others are skipped, which is what was asked for.
    if (result.state === 'skipped' && !this.#vitest?.config.testNamePattern) {
      group.skipped += 1;
      const why =
        result.note ??
        (hasFailedSetUp(test) ? 'What had to be set up for it failed.' : 'No reason is given.');
      skipped.set(why, [...(skipped.get(why) ?? []), nameOf(test)]);
    }
    // A test that never got a result was cut short by a failure outside it, which is counted there.
  }

  #failuresOutsideTests(module: TestModule): number {
    let failures = 0;
    for (const place of [module, ...module.children.allSuites()]) {
      const where = place.type === 'module' ? '' : ` › ${place.fullName}`;
      for (const error of place.errors()) {
        failures += 1;
        this.#print(`${module.relativeModuleId}${where}`, error);
      }
    }
    return failures;
  }

  #print(where: string, error: unknown): void {
    this.#vitest?.logger.error(`\nFAILED  ${where}`);
    this.#vitest?.logger.printError(error, { showCodeFrame: true });
  }
}

/** Files are told together by room: `src/store`, `test/attacks`, or a file that lies alone in `test`. */
function groupOf(module: TestModule): string {
  const [top = '', room = ''] = module.relativeModuleId.split('/');
  return room.includes('.') ? top : `${top}/${room}`;
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId} › ${test.fullName}`;
}

function lineOf(name: string, { files, passed, failed, skipped, milliseconds }: Group): string {
  const counts = [`${passed} passed`];
  if (failed) counts.push(`${failed} FAILED`);
  if (skipped) counts.push(`${skipped} not run`);
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  return `${name.padEnd(20)}${`${files} file${files === 1 ? '' : 's'}`.padStart(9)}${seconds.padStart(9)}   ${counts.join(', ')}`;
}

function hasFailedSetUp(test: TestCase): boolean {
  for (let place: TestCase['parent'] = test.parent; ; place = place.parent) {
    if (place.errors().length > 0) return true;
    if (place.type === 'module') return false;
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
