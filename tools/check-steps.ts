import type { Step } from './steps';

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

/** What reads the sources and runs nothing of them: lint, types, format, which way imports run. */
export const sourceChecks: readonly Step[] = [
  { name: 'lint', command: ['eslint', '.', '--cache', '--cache-location', '.cache/eslint/'] },
  ...projects.map((folder) => ({ name: `types ${folder}`, command: ['tsc', '-p', folder] })),
  {
    name: 'format',
    command: ['prettier', '--check', '.', '--cache', '--cache-location', '.cache/prettier', '--log-level', 'warn'],
  },
  { name: 'imports', command: ['depcruise', 'miniprogram', 'cloudfunctions', 'local', 'tools'] },
];
