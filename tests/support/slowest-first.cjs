/**
 * Jest knows how long a suite takes only where it has run before; on a fresh clone it goes by the size of files. The
 * suites that take minutes begin first here, so that none of them is left over for one worker while the others wait;
 * and those that wait for a browser stand beside those that do not.
 */
const Sequencer = require('@jest/test-sequencer').default;

const slowest = [
  'e2e/every-page',
  'faults/every-write',
  'e2e/sheets',
  'functions/every-hat/every-hat',
  'demo/budgets',
  'e2e/failed-pages',
  'import/ten-thousand',
  'e2e/writes',
  'place/large-community',
  'jobs/demo-night',
  'e2e/order-flows',
  'demo/loading',
  'e2e/long-lists',
  'rules/histories',
  'e2e/dialogs',
  'demo/start',
  'database/differential',
  'jobs/count-orders',
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
