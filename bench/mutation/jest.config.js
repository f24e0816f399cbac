/**
 * The tests of redaction alone, without servers and without chance: what Stryker runs for each mutant.
 * `MUTATION_TESTS=pieces,conversation` leaves only these files of them: quicker, and no higher a score.
 */
const { transform } = require('../../jest.config.js');

const names = process.env.MUTATION_TESTS?.split(',') ?? ['*'];

module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: names.map((name) => `<rootDir>/test/redaction/**/${name}.test.ts`),
  testPathIgnorePatterns: ['growth', 'patterns', 'properties'].map(
    (name) => `<rootDir>/test/redaction/${name}.test.ts`,
  ),
  transform,
};
