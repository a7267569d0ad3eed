/** One index. Field order and directions are those of the queries that use it; a missing field is stored as null. */
export interface IndexPlan {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly direction: 1 | -1 | '2dsphere' }[];
  readonly unique?: boolean;
  readonly sparse?: boolean;
}

/** One step of a form: a pure function from the version before `to` to it. Its like in platform/ is the same type. */
export interface MigrationPlan {
  readonly to: number;
  migrate(document: StoredDocument): StoredDocument;
  /** What parts from a document into a collection of its own. */
  part?(document: StoredDocument): { readonly into: string; readonly documents: readonly StoredDocument[] };
}

type StoredDocument = { readonly _id: string } & Readonly<Record<string, unknown>>;

export interface CollectionPlan {
  readonly name: string;
  /**
   * The version of its documents' form, and each step to it; absent where a document says its own form for good (the
   * ledger's entries).
   */
  readonly form?: number;
  readonly migrations?: readonly MigrationPlan[];
  /** The security rule for clients: none reads, none writes; everything goes through functions. */
  readonly rule: { readonly read: false; readonly write: false };
  readonly indexes: readonly IndexPlan[];
}

/** A timer: seven fields, seconds first, in UTC+8 (platform's form). A function has at most one. */
export interface TimerPlan {
  readonly function: string;
  readonly name: string;
  readonly cron: string;
}

export interface Manifest {
  readonly collections: readonly CollectionPlan[];
  readonly timers: readonly TimerPlan[];
  /** Which functions the mini-program may call; the others belong to the clock and to WeChat's pushes. */
  readonly functionRules: Readonly<Record<string, { readonly invoke: boolean }>>;
  /** What the mini-program may do with files, in CloudBase's form. */
  readonly storageRule: { readonly read: boolean | string; readonly write: boolean | string };
}

/**
 * A collection with its indexes, each as the fields in order; `-` before a field means descending, `@` a point on the
 * globe; the name follows from the fields.
 */
export function collectionPlan(name: string, ...indexes: readonly (readonly string[])[]): CollectionPlan {
  return { name, form: 1, migrations: [], rule: { read: false, write: false }, indexes: indexes.map(indexPlan) };
}

/**
 * The same, with one more index on fields of which no two documents may share the values; of one field that is a list,
 * none of its values.
 */
export function withUnique(plan: CollectionPlan, ...fields: readonly string[]): CollectionPlan {
  return { ...plan, indexes: [...plan.indexes, { ...indexPlan(fields), unique: true }] };
}

function indexPlan(fields: readonly string[]): IndexPlan {
  return {
    name: fields.map((field) => field.replace(/[-@]/, '').replaceAll('.', '_')).join('__'),
    fields: fields.map((field) => {
      if (field.startsWith('-')) return { name: field.slice(1), direction: -1 as const };
      return field.startsWith('@')
        ? { name: field.slice(1), direction: '2dsphere' as const }
        : { name: field, direction: 1 as const };
    }),
  };
}

/** The same with the steps that led to its form: from 2 on, without a gap. */
export function withMigrations(plan: CollectionPlan, ...migrations: readonly MigrationPlan[]): CollectionPlan {
  return { ...plan, form: migrations.length + 1, migrations };
}

/** The same for documents that each say their own form and are never migrated. */
export function withOwnForms({ name, rule, indexes }: CollectionPlan): CollectionPlan {
  return { name, rule, indexes };
}
