import { readFileSync } from 'node:fs';
import { permissions } from '../../cloudfunctions/core/access/permissions';
import { permissionsDocument, permissionsFile } from '../../tools/permissions';

describe('docs/permissions.md', () => {
  it('is what the table prints: node --import tsx tools/permissions.ts', () => {
    expect(readFileSync(permissionsFile, 'utf8')).toBe(permissionsDocument());
  });

  it('S1-22 shows every endpoint once', () => {
    const named = [...permissionsDocument().matchAll(/^\| `([\w.]+)`/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(permissions).sort());
  });
});
