/** Ends the run with one line that says what ran: `N passed, N failed` and, where there are any, `, N skipped`. */
const { writeSync } = require('node:fs');

module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    // A file that could not be run at all is one failure: its tests were never counted.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    // On exit, so that jest's own summary and the tear-down come before it.
    process.once('exit', () => writeSync(1, `${line}\n`));
  }
};
