/** The tests of redaction alone, without servers and without chance: what Stryker runs for each mutant. */
const { transform } = require('../../jest.config.js');

module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/redaction/**/*.test.ts'],
  testPathIgnorePatterns: ['growth', 'patterns', 'properties'].map(
    (name) => `<rootDir>/test/redaction/${name}.test.ts`,
  ),
  transform,
};
