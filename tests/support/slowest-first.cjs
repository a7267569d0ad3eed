/**
 * Jest knows how long a suite takes only where it has run before; on a fresh clone it goes by the size of files. The
 * suites that take minutes begin first here, so that none of them is left over for one worker while the others wait.
 */
const Sequencer = require('@jest/test-sequencer').default;

const slowest = [
  'faults/every-write',
  'functions/every-hat/every-hat',
  'demo/budgets',
  'e2e/every-page',
  'e2e/failed-pages',
  'e2e/sheets',
  'import/ten-thousand',
  'e2e/writes',
  'e2e/order-flows',
  'place/large-community',
  'jobs/count-orders',
  'demo/start',
  'rules/histories',
  'demo/loading',
  'e2e/long-lists',
  'e2e/main-job',
];

const rank = (file) => {
  const at = slowest.findIndex((name) => file.replaceAll('\\', '/').endsWith(`${name}.test.ts`));
  return at === -1 ? slowest.length : at;
};

module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one.path) - rank(other.path));
  }
};
