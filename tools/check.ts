/** `npm run check`: types, lint and import rules, then the rules' tests; under a minute. */
import { run } from './steps';

/** The largest first, so that the two that run side by side end together. */
const projects = [
  'tests',
  'tools',
  'local',
  'local/cloud',
  'local/cloud/tests',
  'cloudfunctions',
  'local/phone/tests',
  'local/phone/browser',
  'local/phone',
  'local/testing',
  '.',
];

async function main(): Promise<void> {
  await run(
    [
      { name: 'lint', command: ['eslint', '.', '--cache', '--cache-location', '.cache/eslint/'] },
      ...projects.map((folder) => ({ name: `types ${folder}`, command: ['tsc', '-p', folder] })),
      {
        name: 'format',
        command: ['prettier', '--check', '.', '--cache', '--cache-location', '.cache/prettier', '--log-level', 'warn'],
      },
      { name: 'imports', command: ['depcruise', 'miniprogram', 'cloudfunctions', 'local', 'tools'] },
    ],
    2,
  );
  await run([{ name: 'rules', command: ['jest', '--selectProjects', 'rules'] }]);
}

void main();
