import { nodeVersionProblem } from '../../../local/node-version';
import packageFile from '../../../package.json';

it.each(['20.19.0', '20.20.2', '22.1.0', '24.0.0'])('Node %s will do', (version) => {
  expect(nodeVersionProblem(version)).toBeUndefined();
});

it.each(['18.20.4', '20.18.3', '19.9.0'])('Node %s is too old, and is told what is needed', (version) => {
  expect(nodeVersionProblem(version)).toBe(`Node 20.19 or newer is needed, this is ${version}`);
});

it('asks for what package.json asks for', () => {
  expect(packageFile.engines.node).toBe('>=20.19');
});
