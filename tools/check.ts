/** `npm run check`: types, lint and import rules, then the rules' tests; under a minute. */
import { run } from './steps';

const projects = ['.', 'cloudfunctions', 'local', 'local/phone/browser', 'tools', 'tests'];

run([
  ...projects.map((folder) => ({ name: `types ${folder}`, command: ['tsc', '-p', folder] })),
  { name: 'lint', command: ['eslint', '.', '--cache', '--cache-location', '.cache/eslint/'] },
  { name: 'imports', command: ['depcruise', 'miniprogram', 'cloudfunctions', 'local', 'tools'] },
  { name: 'rules', command: ['jest', '--selectProjects', 'rules'] },
]);
