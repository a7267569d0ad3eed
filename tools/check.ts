/** `npm run check`: types, lint and import rules, then the rules' tests; a few minutes. */
import { sourceChecks } from './check-steps';
import { run } from './steps';

async function main(): Promise<void> {
  await run(sourceChecks, 2);
  await run([{ name: 'rules', command: ['jest', '--selectProjects', 'rules'] }]);
}

void main();
