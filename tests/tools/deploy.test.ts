import { manifest } from '../../cloudfunctions/core/schema';
import { functionRules } from '../../cloudfunctions/core/schema/function-rules';
import { settingsOf } from '../../tools/deploy';
import { functionNames } from '../../tools/functions';
import { missingKeys } from '../../tools/deploy/environment';
import { describe as describeStep, functionRule, planOf, type Present } from '../../tools/deploy/plan';

const functions = { names: functionNames, rules: functionRules };
const direction = (value: 1 | -1 | '2dsphere') => String(value);
const complete: Present = new Map(
  manifest.collections.map(({ name, indexes }) => [
    name,
    [
      { name: '_id_', fields: [{ name: '_id', direction: '1' }] },
      ...indexes.map((index) => ({
        name: index.name,
        fields: index.fields.map((field) => ({ name: field.name, direction: direction(field.direction) })),
      })),
    ],
  ]),
);

describe('planning a deployment', () => {
  it('names what each function is deployed with', () => {
    const said = (name: string) => settingsOf({ do: 'function', name });
    expect(said('jobs')).toBe(
      ' (256 MB, 60 s, TZ=Asia/Shanghai, timer every-ten-minutes (0 */10 * * * * *), calls subscribeMessage.send)',
    );
    expect(said('events')).toBe(' (256 MB, 20 s, TZ=Asia/Shanghai)');
    for (const name of functionNames) expect(said(name)).toMatch(/^ \(\d+ MB, \d+ s, TZ=Asia\/Shanghai/);
    expect(settingsOf({ do: 'collection', name: 'orders' })).toBe('');
  });

  it('makes everything in an empty environment, collections before their indexes, functions last', () => {
    const steps = planOf(manifest, new Map(), functions);
    const indexes = manifest.collections.flatMap((collection) => collection.indexes);
    expect(steps.filter((step) => step.do === 'collection')).toHaveLength(manifest.collections.length);
    expect(steps.filter((step) => step.do === 'index')).toHaveLength(indexes.length);
    expect(steps.filter((step) => step.do === 'rule').map((step) => step.do === 'rule' && step.rule)).toEqual(
      manifest.collections.map(() => '{"read":false,"write":false}'),
    );
    const lines = steps.map(describeStep);
    for (const {
      name,
      indexes: [first],
    } of manifest.collections) {
      if (first)
        expect(lines.indexOf(`create collection ${name}`)).toBeLessThan(
          lines.findIndex((line) => line.startsWith(`create index ${name}.${first.name} `)),
        );
    }
    expect(lines).toContain('set rule of files: {"read":false,"write":"resource.openid == auth.openid"}');
    const last = steps.slice(-functionNames.length - 2).map((step) => step.do);
    const others = functionNames.slice(1).map(() => 'function');
    expect(last).toEqual(['function', 'migrate', ...others, 'function-rules']);
  });

  it('only sets rules and deploys functions where everything is there', () => {
    expect(new Set(planOf(manifest, complete, functions).map((step) => step.do))).toEqual(
      new Set(['rule', 'storage-rule', 'function-rules', 'function', 'migrate']),
    );
  });

  it('replaces an index whose fields changed, and leaves one that nobody declared', () => {
    const present = new Map(complete);
    present.set('entries', [
      ...(complete.get('entries') ?? []).filter(({ name }) => name !== 'bookId__sequence'),
      {
        name: 'bookId__sequence',
        fields: [
          { name: 'bookId', direction: '1' },
          { name: 'sequence', direction: '1' },
        ],
      },
      ...(complete.get('entries') ?? []).filter(({ name }) => name !== 'bookId__sequence'),
      { name: 'by_hand', fields: [] },
    ]);
    const steps = planOf(manifest, present, functions).filter(
      (step) => !['rule', 'storage-rule', 'function-rules', 'function', 'migrate'].includes(step.do),
    );
    expect(steps.map(describeStep)).toEqual([
      'replace index entries.bookId__sequence',
      'leave index entries.by_hand, which nobody declared',
    ]);
  });

  it('drops what an earlier version declared where a collection has no room for what is declared now', () => {
    const declared = complete.get('orders') ?? [];
    expect(declared.filter(({ name }) => name !== '_id_')).toHaveLength(20);
    const [first, ...others] = declared.filter(({ name }) => name !== '_id_');
    const present = new Map(complete);
    present.set('orders', [...others, { name: 'of_an_earlier_version', fields: [] }]);
    const steps = planOf(manifest, present, functions).filter(({ do: what }) => what.endsWith('index'));
    expect(steps.map(describeStep)).toEqual([
      'drop index orders.of_an_earlier_version, which nobody declared: there is no room for it',
      expect.stringContaining(`create index orders.${first?.name}`),
    ]);
  });

  it('refuses an index that CloudBase cannot make', () => {
    const sparse = {
      ...manifest,
      collections: [
        {
          name: 'x',
          rule: { read: false, write: false } as const,
          indexes: [{ name: 'a', fields: [{ name: 'a', direction: 1 as const }], sparse: true }],
        },
      ],
    };
    expect(() => planOf(sparse, new Map(), functions)).toThrow('x.a: CloudBase makes no sparse index');
  });

  it('opens one function to clients and closes every other, known or not', () => {
    expect(JSON.parse(functionRule(functionRules))).toEqual({
      '*': { invoke: false },
      api: { invoke: 'auth != null' },
      files: { invoke: 'auth != null' },
      jobs: { invoke: false },
      events: { invoke: false },
      open: { invoke: false },
    });
    expect(Object.keys(functionRules).sort()).toEqual([...functionNames].sort());
  });

  it('names the keys that are missing', () => {
    expect(missingKeys({ CLOUDBASE_ENV: 'e', TENCENTCLOUD_SECRETID: '' })).toEqual([
      'TENCENTCLOUD_SECRETID',
      'TENCENTCLOUD_SECRETKEY',
    ]);
    expect(missingKeys({ CLOUDBASE_ENV: 'e', TENCENTCLOUD_SECRETID: 'i', TENCENTCLOUD_SECRETKEY: 'k' })).toEqual([]);
  });
});
