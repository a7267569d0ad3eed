import { writeFailed } from '../errors';
import { checkDocument } from '../limits';
import { equalValues } from '../values/compare';
import { cloneValue, isFields, isStored, type Fields, type StoredDocument, type Value } from '../values/value';
import { updateOperators } from './operators';

export interface UpdateSettings {
  readonly now: Date;
  readonly isInsert?: boolean;
  matches(filter: Fields): (document: Value) => boolean;
}

/**
 * Applies an update's operators to a copy of a document. They are written here rather than taken from a library, so
 * that their errors are those of mongod: a write through null or through a scalar, arithmetic on text, a push into
 * what is no array.
 * @throws DatabaseError, and then nothing has changed
 */
export function applyUpdate(document: StoredDocument, update: Fields, settings: UpdateSettings): StoredDocument {
  const changed = cloneValue(document);
  refuseConflicts(update);
  for (const [name, paths] of Object.entries(update)) {
    const operator = updateOperators[name];
    if (operator === undefined) throw writeFailed(`Unknown modifier: ${name}`);
    if (!isFields(paths))
      throw writeFailed(
        `Modifiers operate on fields but we found type ${typeof paths} instead: {${name}: ${JSON.stringify(paths)}}`,
      );
    if (Object.keys(paths).length === 0)
      throw writeFailed(`'${name}' is empty. You must specify a field like so: {${name}: {<field>: ...}}`);
    const context = {
      document: changed,
      now: settings.now,
      matches: settings.matches,
      isInsert: settings.isInsert === true,
    };
    for (const [path, argument] of Object.entries(paths)) operator(context, path, argument);
  }
  if (!isStored(changed) || !equalValues(changed._id, document._id)) throw immutableId();
  checkDocument(changed);
  return changed;
}

/** The document with all fields of another one instead of its own; `_id` stays. */
export function replaceDocument(document: StoredDocument, replacement: Fields): StoredDocument {
  const { _id = document._id, ...others } = replacement;
  if (!equalValues(_id, document._id)) throw immutableId();
  const replaced = cloneValue({ _id: document._id, ...others });
  checkDocument(replaced);
  return replaced;
}

const immutableId = (): Error =>
  writeFailed("Performing an update on the path '_id' would modify the immutable field '_id'");

/** Two operators must not write the same path, nor one the parent of another. */
function refuseConflicts(update: Fields): void {
  const paths: string[] = [];
  for (const [name, content] of Object.entries(update)) {
    if (!isFields(content)) continue;
    const targets = name === '$rename' ? Object.values(content).filter((target) => typeof target === 'string') : [];
    for (const path of [...Object.keys(content), ...targets]) {
      const other = paths.find(
        (known) => known === path || known.startsWith(`${path}.`) || path.startsWith(`${known}.`),
      );
      if (other !== undefined)
        throw writeFailed(
          `Updating the path '${path}' would create a conflict at '${other.length < path.length ? other : path}'`,
        );
      paths.push(path);
    }
  }
}
