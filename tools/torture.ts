/**
 * `npm run torture`: every writing endpoint with a fault at each of its requests, of each kind, with and without a
 * phone that repeats the call; then races, lost replies, a killed cloud, every endpoint as every hat, a community of
 * 100,000 people, 100,000 sequences of commands to several orders at once, 10,000 histories of a book, and 10,000
 * sequences of database operations beside a plain model. It prints a table and takes long.
 */
import { run } from './steps';

// The suites read it: without it they try the faults that decide.
process.env['LIANXIN_TORTURE'] = '1';
process.env['DATABASE_SEQUENCES'] = '10000';
process.env['ORDER_SEQUENCES'] = '100000';
process.env['LEDGER_HISTORIES'] = '10000';

const suites = [
  'tests/faults',
  'tests/functions/every-hat',
  'tests/functions/place/large-community',
  'tests/core/order/rules/sequences',
  'tests/core/passbook/rules/expiry',
  'local/cloud/tests/database/differential',
];
void run([{ name: 'torture', command: ['jest', ...suites, '--runInBand'] }]);
