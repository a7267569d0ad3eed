/** `npm test`: everything that CI runs. The rules' tests, which `npm run check` ends with, are among jest's. */
import { sourceChecks } from './check-steps';
import { run } from './steps';

async function main(): Promise<void> {
  await run(sourceChecks, 2);
  await run([
    { name: 'build', command: ['tsx', 'tools/build.ts'] },
    { name: 'tests', command: ['jest'] },
  ]);
}

void main();
