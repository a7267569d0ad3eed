import type { CollectionPlan, IndexPlan, Manifest } from '../../cloudfunctions/core/schema';

/** What an environment has already. */
export type Present = ReadonlyMap<
  string,
  readonly {
    readonly name: string;
    readonly fields: readonly { readonly name: string; readonly direction: string }[];
  }[]
>;

export type Step =
  | { readonly do: 'collection'; readonly name: string }
  | { readonly do: 'index'; readonly collection: string; readonly index: IndexPlan }
  /** Same name, other fields: it is dropped and made anew. */
  | { readonly do: 'replace-index'; readonly collection: string; readonly index: IndexPlan }
  /** Nobody declared it, as where an earlier version did, and a collection has no room for all that are declared. */
  | { readonly do: 'drop-index'; readonly collection: string; readonly name: string }
  /** Nobody declared it; a person decides whether it goes. */
  | { readonly do: 'leave-index'; readonly collection: string; readonly name: string }
  | { readonly do: 'rule'; readonly collection: string; readonly rule: string }
  | { readonly do: 'storage-rule'; readonly rule: string }
  | { readonly do: 'function-rules'; readonly rule: string }
  /** Of an earlier version: a function has one timer. */
  | { readonly do: 'delete-trigger'; readonly name: string; readonly trigger: string }
  | { readonly do: 'leave-collection'; readonly name: string }
  | { readonly do: 'leave-function'; readonly name: string }
  | { readonly do: 'function'; readonly name: string }
  /** What is stored is brought to the form that the new code knows; clients wait outside meanwhile. */
  | { readonly do: 'migrate'; readonly closedRule: string };

const sameFields = (index: IndexPlan, fields: readonly { name: string; direction: string }[]): boolean =>
  index.fields.map(({ name, direction }) => `${name} ${direction}`).join() ===
  fields.map(({ name, direction }) => `${name} ${direction}`).join();

/** Every collection has it by itself. */
const idIndex = '_id_';
/** A collection holds so many beside it. */
const maxIndexes = 20;

function indexSteps({ name: collection, indexes }: CollectionPlan, present: Present): Step[] {
  const there = present.get(collection) ?? [];
  const wanted = indexes.flatMap((index): Step[] => {
    if (index.sparse) throw new Error(`${collection}.${index.name}: CloudBase makes no sparse index`);
    const found = there.find(({ name }) => name === index.name);
    if (found === undefined) return [{ do: 'index', collection, index }];
    return sameFields(index, found.fields) ? [] : [{ do: 'replace-index', collection, index }];
  });
  const known = new Set([idIndex, ...indexes.map(({ name }) => name)]);
  const unknown = there.filter(({ name }) => !known.has(name)).map(({ name }) => ({ collection, name }));
  const held = new Set(there.map(({ name }) => name).filter((name) => name !== idIndex)).size;
  const surplus = held + wanted.filter((step) => step.do === 'index').length - maxIndexes;
  return [
    ...unknown.slice(0, Math.max(0, surplus)).map((one): Step => ({ do: 'drop-index', ...one })),
    ...wanted,
    ...unknown.slice(Math.max(0, surplus)).map((one): Step => ({ do: 'leave-index', ...one })),
  ];
}

/** The function that migrates what is stored. */
export const migrationRunner = 'jobs';

/** CloudBase's form of "who may call what"; `*` stands for functions that nobody thought of, so it is closed. */
export function functionRule(rules: Readonly<Record<string, { readonly invoke: boolean }>>): string {
  const each = Object.entries(rules).map(([name, { invoke }]) => [name, { invoke: invoke ? 'auth != null' : false }]);
  return JSON.stringify({ '*': { invoke: false }, ...Object.fromEntries(each) });
}

/** What is to be deployed, and what the environment has. */
export interface Functions {
  readonly names: readonly string[];
  readonly rules: Readonly<Record<string, { readonly invoke: boolean }>>;
  /** Triggers that are there, by function: every function of the environment is among the keys. */
  readonly present?: ReadonlyMap<string, readonly string[]>;
}

function functionSteps({ timers }: Manifest, { names, present }: Functions): Step[] {
  const declared = (name: string) => timers.filter((timer) => timer.function === name).map((timer) => timer.name);
  return names.flatMap((name): Step[] => [
    ...(present?.get(name) ?? [])
      .filter((trigger) => !declared(name).includes(trigger))
      .map((trigger): Step => ({ do: 'delete-trigger', name, trigger })),
    { do: 'function', name },
  ]);
}

/** What nobody declared holds somebody's data, or does somebody's work: it is named and left. */
function leftAlone(manifest: Manifest, present: Present, { names, present: functions }: Functions): Step[] {
  const known = new Set(manifest.collections.map(({ name }) => name));
  const strange = names.length === 0 ? [] : [...(functions?.keys() ?? [])].filter((name) => !names.includes(name));
  return [
    ...[...present.keys()].filter((name) => !known.has(name)).map((name): Step => ({ do: 'leave-collection', name })),
    ...strange.map((name): Step => ({ do: 'leave-function', name })),
  ];
}

/**
 * What has to be done so that an environment is as the manifest says, in order: collections before their indexes and
 * rules, then the functions, when everything that they need is there: first the one that migrates what is stored, then,
 * when that is done, the others; last their rules, which let clients in again. Rules are set every time, since nothing
 * tells whether somebody changed them.
 */
export function planOf(manifest: Manifest, present: Present, functions: Functions): Step[] {
  const steps = manifest.collections.flatMap((collection): Step[] => [
    ...(present.has(collection.name) ? [] : [{ do: 'collection', name: collection.name } as const]),
    ...indexSteps(collection, present),
    { do: 'rule', collection: collection.name, rule: JSON.stringify(collection.rule) },
  ]);
  const deployed = functionSteps(manifest, functions);
  const runner = deployed.filter((step) => 'name' in step && step.name === migrationRunner);
  const others = deployed.filter((step) => !runner.includes(step));
  const migrate: Step[] = runner.length > 0 ? [{ do: 'migrate', closedRule: functionRule({}) }] : [];
  const storage: Step = { do: 'storage-rule', rule: JSON.stringify(manifest.storageRule) };
  return [
    ...leftAlone(manifest, present, functions),
    ...steps,
    storage,
    ...runner,
    ...migrate,
    ...others,
    { do: 'function-rules', rule: functionRule(functions.rules) },
  ];
}

/** `communityId asc, at desc` */
const fieldsOf = ({ fields }: IndexPlan): string =>
  fields.map(({ name, direction }) => `${name} ${direction}`).join(', ');

/** One line for a person. */
export function describe(step: Step): string {
  switch (step.do) {
    case 'collection':
      return `create collection ${step.name}`;
    case 'index':
      return `create index ${step.collection}.${step.index.name} (${fieldsOf(step.index)})`;
    case 'replace-index':
      return `replace index ${step.collection}.${step.index.name}`;
    case 'drop-index':
      return `drop index ${step.collection}.${step.name}, which nobody declared: there is no room for it`;
    case 'leave-index':
      return `leave index ${step.collection}.${step.name}, which nobody declared`;
    case 'rule':
      return `set rule of ${step.collection}: ${step.rule}`;
    case 'storage-rule':
      return `set rule of files: ${step.rule}`;
    case 'function-rules':
      return `set rule of functions: ${step.rule}`;
    case 'delete-trigger':
      return `delete trigger ${step.trigger} of ${step.name}, which an earlier version had`;
    case 'leave-collection':
      return `leave collection ${step.name}, which nobody declared`;
    case 'leave-function':
      return `leave function ${step.name}, which nobody declared: no client may call it`;
    case 'function':
      return `deploy function ${step.name}`;
    case 'migrate':
      return 'bring stored documents to their newest form; clients wait outside only if there are any to change';
  }
}
