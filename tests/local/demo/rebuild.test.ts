import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rebuildOnChange } from '../../../local/rebuild';

const until = async (holds: () => boolean, mostTries = 200): Promise<void> => {
  for (let tries = 0; tries < mostTries && !holds(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
};

test('a change rebuilds once it has settled, a failure is said and the next change rebuilds again', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rebuild-'));
  const lines: string[] = [];
  let runs = 0;
  const rebuild = () => {
    runs += 1;
    return runs === 1 ? Promise.reject(new Error('index.ts:3:1: expected a brace')) : Promise.resolve();
  };
  const watching = rebuildOnChange([folder], rebuild, (line) => lines.push(line));
  const touch = async (file: string) => {
    const before = runs;
    for (let round = 0; runs === before && round < 40; round += 1) {
      writeFileSync(path.join(folder, file), String(Math.random()));
      await until(() => runs > before, 12);
    }
  };
  await touch('a.ts');
  await until(() => lines.length > 0);
  expect(lines).toEqual(['index.ts:3:1: expected a brace']);
  await touch('b.json');
  expect(runs).toBeGreaterThanOrEqual(2);
  expect(lines).toHaveLength(1);
  await watching.close();
  const after = runs;
  writeFileSync(path.join(folder, 'c.ts'), 'x');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(runs).toBe(after);
  rmSync(folder, { recursive: true });
}, 60_000);
