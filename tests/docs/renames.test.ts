import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { permissions } from '../../cloudfunctions/core/access/permissions';
import { manifest } from '../../cloudfunctions/core/schema';
import { hats } from '../../miniprogram/contracts/hat';
import { messageKinds } from '../../miniprogram/contracts/message';
import { queueFilters } from '../../miniprogram/contracts/order';
import { filesUnder } from '../../tools/files';

const root = path.resolve(__dirname, '../..');
const names = v.record(v.string(), v.string());
const renames = v.parse(
  v.strictObject({ endpoints: names, fields: names, values: names, hats: names }),
  JSON.parse(readFileSync(path.join(root, 'docs/renames.json'), 'utf8')),
);

const sourcesUnder = (folder: string): readonly string[] =>
  filesUnder(path.join(root, folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(file, 'utf8'));
const contracts = sourcesUnder('miniprogram/contracts');
const core = sourcesUnder('cloudfunctions/core');

/** The body of an interface or an object type of the contracts. */
function bodyOf(type: string): string {
  const declared = new RegExp(`(?:interface ${type}\\b[^{]*|type ${type} =)([\\s\\S]*?)\\n(?:}|\\n)`);
  return contracts.map((source) => declared.exec(source)?.[1]).find((body) => body !== undefined) ?? '';
}

const fieldNames = (side: 0 | 1): [string, string][] =>
  Object.entries(renames.fields).map((pair) => {
    const [owner = '', ...rest] = pair[side].split('.');
    return [owner, rest.at(-1) ?? ''];
  });
const isType = (owner: string): boolean => /^[A-Z]/.test(owner);

describe('docs/renames.json', () => {
  it('names endpoints that exist, for endpoints that no longer do', () => {
    const today = new Set(Object.keys(permissions));
    expect(Object.values(renames.endpoints).filter((name) => !today.has(name))).toEqual([]);
    expect(Object.keys(renames.endpoints).filter((name) => today.has(name))).toEqual([]);
  });

  it('names fields of views that exist, for fields that no longer do', () => {
    const has = ([type, field]: [string, string]) => new RegExp(`\\b${field}\\??: `).test(bodyOf(type));
    expect(
      fieldNames(1)
        .filter(([owner]) => isType(owner))
        .filter((one) => !has(one)),
    ).toEqual([]);
    expect(
      fieldNames(0)
        .filter(([owner]) => isType(owner))
        .filter(has),
    ).toEqual([]);
  });

  it('names fields of stored documents that exist, in collections of the schema', () => {
    const stored = fieldNames(1).filter(([owner]) => !isType(owner));
    const collections = new Set(manifest.collections.map(({ name }) => name));
    expect(stored.filter(([collection]) => !collections.has(collection))).toEqual([]);
    const isDeclared = (field: string) => core.some((source) => new RegExp(`  readonly ${field}\\??: `).test(source));
    expect(stored.filter(([, field]) => !isDeclared(field))).toEqual([]);
  });

  it('names values and hats that exist', () => {
    const kinds: Readonly<Record<string, readonly string[]>> = { QueueFilter: queueFilters, MessageKind: messageKinds };
    for (const name of Object.values(renames.values)) {
      const [owner = '', ...rest] = name.split('.');
      const value = rest.at(-1) ?? '';
      if (kinds[owner]) expect(kinds[owner]).toContain(value);
      else expect([...contracts, ...core].some((source) => source.includes(`'${value}'`))).toBe(true);
    }
    expect(Object.values(renames.hats).filter((hat) => !hats.some((one) => one === hat))).toEqual([]);
  });
});
