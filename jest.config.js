/** One MongoDB and one Temporal server for each worker, a database and a task queue for each test file; many files wait more than they work. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.baton/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/global-set-up.ts',
  globalTeardown: '<rootDir>/test/support/global-tear-down.ts',
  reporters: ['default', '<rootDir>/test/support/closing-line-reporter.js'],
  maxWorkers: 3,
  testTimeout: 60_000,
};
