/** `npm test`: everything that CI runs. */
import { run } from './steps';

void run([
  { name: 'check', command: ['tsx', 'tools/check.ts'] },
  { name: 'build', command: ['tsx', 'tools/build.ts'] },
  { name: 'tests', command: ['jest'] },
]);
