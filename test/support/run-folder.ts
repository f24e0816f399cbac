/** Where one run of the tests keeps its servers and files; the same for all its workers. */
export const RUN_PREFIX = 'baton-test-';
export const RUN_VARIABLE = 'BATON_TEST_RUN';

export function runFolder(): string {
  const folder = process.env[RUN_VARIABLE];
  if (!folder) throw new Error('no test run: start the tests with npm test');
  return folder;
}
