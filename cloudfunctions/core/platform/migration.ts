import { insertMissing } from './insert-missing';
import { collection, type Change, type Collection, type Database, type Stored } from './database';

/** A document as it lies in the database, whatever version of its form it has. */
export type StoredDocument = Stored & Readonly<Record<string, unknown>>;

/** One step of a collection's form: a pure function from the version before `to` to it. */
export interface Migration {
  readonly to: number;
  migrate(document: StoredDocument): StoredDocument;
  /** Documents of another collection that part from this one: written before it, and left alone where they stand. */
  part?(document: StoredDocument): { readonly into: string; readonly documents: readonly StoredDocument[] };
}

/** What the migrations need to know of a collection; a noun's schema says it. */
export interface CollectionForm {
  readonly name: string;
  /** The version of the form that this code writes, from 1. */
  readonly form: number;
  /** Every step from 2 up to `form`. */
  readonly migrations: readonly Migration[];
}

/** How far a collection has come. `_id` is the collection's name. */
export interface FormRecord {
  readonly _id: string;
  /** The version that every document has, or is on its way to. */
  readonly form: number;
  /** The last document that was looked at on the way; null when the collection is whole. */
  readonly cursor: string | null;
}

export const formRecords = collection<FormRecord>('forms');

/** The data was written by newer code: nobody may run older code on it, since it would not know what it reads. */
export class FormTooNew extends Error {}

const documentsPerPage = 99;

/** The version of a document's form; what was written before versions were noted counts as 1. */
export function formOf(document: StoredDocument): number {
  return typeof document['form'] === 'number' ? document['form'] : 1;
}

/**
 * Takes a document through every step that it lacks. Pure.
 * @throws FormTooNew when the document is newer than the code
 */
export function migrateDocument(document: StoredDocument, { name, form, migrations }: CollectionForm): StoredDocument {
  const from = formOf(document);
  if (from > form) throw new FormTooNew(tooNew(name, from, form));
  let current = document;
  for (let to = from + 1; to <= form; to += 1) {
    const step = migrations.find((migration) => migration.to === to);
    if (!step) throw new Error(`${name} has no migration to form ${to}`);
    current = { ...step.migrate(current), _id: document._id, form: to };
  }
  return { ...current, form };
}

/** What parts from a document on the steps that it lacks. Pure. */
export function partedFrom(
  document: StoredDocument,
  form: CollectionForm,
): ReturnType<NonNullable<Migration['part']>>[] {
  const missing = form.migrations.filter(({ to }) => to > formOf(document) && to <= form.form);
  return missing.flatMap(({ to, part }) => part?.(migrateDocument(document, { ...form, form: to - 1 })) ?? []);
}

function tooNew(name: string, found: number, known: number): string {
  const advice = 'run the newer version, or restore a backup';
  return `${name} holds form ${found}, and this version knows form ${known}: ${advice}`;
}

export interface MigrationResult {
  /** Documents that were rewritten. */
  readonly changed: number;
  /** False when `mayGoOn` ended the run; the next one goes on where this one stopped. */
  readonly isDone: boolean;
}

/**
 * Brings every collection to its form, page by page, so that a run that breaks off goes on where it stopped. What is
 * whole costs nothing but the one read of all records.
 * @param mayGoOn asked before each page; false ends the run
 * @throws FormTooNew before anything is written, when a collection is newer than this code
 */
export async function runMigrations(
  database: Database,
  forms: readonly CollectionForm[],
  mayGoOn: () => boolean,
): Promise<MigrationResult> {
  const records = await readRecords(database);
  refuseNewer(records, forms);
  let changed = 0;
  for (const plan of forms) {
    const record = records.get(plan.name);
    if (isWhole(record, plan.form)) continue;
    const cursor = record?.form === plan.form ? (record.cursor ?? '') : '';
    const result = await migrateCollection(database, plan, cursor, mayGoOn);
    changed += result.changed;
    if (!result.isDone) return { changed, isDone: false };
  }
  return { changed, isDone: true };
}

/**
 * How many collections are not at their form yet. One read, unless the records are known.
 * @throws FormTooNew
 */
export async function countPending(
  database: Database,
  forms: readonly CollectionForm[],
  known?: readonly FormRecord[],
): Promise<number> {
  const records = known ? byName(known) : await readRecords(database);
  refuseNewer(records, forms);
  return forms.filter(({ name, form }) => !isWhole(records.get(name), form)).length;
}

function isWhole(record: FormRecord | undefined, form: number): boolean {
  return record?.form === form && record.cursor === null;
}

function refuseNewer(records: ReadonlyMap<string, FormRecord>, forms: readonly CollectionForm[]): void {
  for (const { name, form } of forms) {
    const found = records.get(name)?.form ?? 0;
    if (found > form) throw new FormTooNew(tooNew(name, found, form));
  }
}

async function readRecords(database: Database): Promise<ReadonlyMap<string, FormRecord>> {
  const found = await database.find(formRecords, {
    where: { _id: { gt: '' } },
    sort: { _id: 'asc' },
    limit: documentsPerPage,
  });
  return byName(found);
}

function byName(records: readonly FormRecord[]): ReadonlyMap<string, FormRecord> {
  return new Map(records.map((record) => [record._id, record]));
}

async function migrateCollection(
  database: Database,
  plan: CollectionForm,
  start: string,
  mayGoOn: () => boolean,
): Promise<MigrationResult> {
  const documents = collection<StoredDocument>(plan.name);
  let changed = 0;
  let cursor = start;
  for (;;) {
    if (!mayGoOn()) return { changed, isDone: false };
    const page = await database.find(documents, {
      where: { _id: { gt: cursor } },
      sort: { _id: 'asc' },
      limit: documentsPerPage,
    });
    for (const document of page) if (await migrateOne(database, documents, document, plan)) changed += 1;
    const last = page.at(-1);
    const isLastPage = last === undefined || page.length < documentsPerPage;
    await writeRecord(database, { _id: plan.name, form: plan.form, cursor: isLastPage ? null : last._id });
    if (isLastPage) return { changed, isDone: true };
    cursor = last._id;
  }
}

/** Writes only over the form that was read, so that two runs at once write each document once. */
async function migrateOne(
  database: Database,
  documents: Collection<StoredDocument>,
  before: StoredDocument,
  plan: CollectionForm,
): Promise<boolean> {
  const after = migrateDocument(before, plan);
  if (before['form'] === after['form']) return false;
  for (const { into, documents: parted } of partedFrom(before, plan))
    await insertMissing(database, collection<StoredDocument>(into), parted);
  const { _id, ...set } = after;
  const unset = Object.keys(before).filter((field) => !(field in after));
  const change: Change<StoredDocument> = unset.length > 0 ? { set, unset } : { set };
  const where = { _id, form: typeof before['form'] === 'number' ? before['form'] : null };
  return (await database.updateWhere(documents, where, change)) > 0;
}

async function writeRecord(database: Database, { _id, ...fields }: FormRecord): Promise<void> {
  const changed = await database.updateWhere(formRecords, { _id }, { set: fields });
  if (changed === 0) await database.insert(formRecords, { _id, ...fields });
}
