import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one line that any script can read: "N passed, N failed, N skipped". */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    let brokenFiles = 0;
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
      // A file that cannot be loaded has no tests to count.
      if (module.errors().length > 0) brokenFiles++;
    }
    const skipped = count.skipped + count.pending;
    console.log(
      `\n${count.passed} passed, ${count.failed + brokenFiles} failed, ${skipped} skipped`,
    );
  }
}
