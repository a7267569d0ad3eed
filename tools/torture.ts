/**
 * `npm run torture`: every writing endpoint with a fault at each of its requests, of each kind, with and without a
 * phone that repeats the call; then races, lost replies, a killed cloud, and every endpoint as every hat. It prints a
 * table and takes long.
 */
import { run } from './steps';

// The suites read it: without it they try the faults that decide.
process.env['LIANXIN_TORTURE'] = '1';

void run([{ name: 'torture', command: ['jest', 'tests/faults', 'tests/functions/every-hat', '--runInBand'] }]);
