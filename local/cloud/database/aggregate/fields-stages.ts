import { requestFailed } from '../errors';
import { compileExpression } from '../expression/compile';
import { kindOf } from '../expression/kinds';
import { isFields, type Fields, type Value } from '../values/value';
import { computed, excluded, hasKind, included, readParts, type Part } from './projection';
import type { Stage } from './stage';

function specificationOf(stage: string, argument: Value): Fields {
  if (!isFields(argument)) throw requestFailed(`${stage} specification must be an object`);
  if (Object.keys(argument).length === 0)
    throw requestFailed(`Invalid ${stage} :: caused by :: specification must have at least one field`);
  return argument;
}

const asFields = (value: Value | undefined): Fields => (isFields(value) ? value : {});

/** Either names what stays, beside what is computed, or what goes; `_id` stays unless it is told to go. */
const project: Stage = (argument, { names }) => {
  const parts = readParts(specificationOf('$project', argument), { stage: '$project', names, hasFlags: true });
  const { _id: identity, others } = withoutIdentity(parts);
  const includes = hasKind(others, ['include', 'compute']) || hasKind(new Map([['_id', identity]]), ['compute']);
  if (includes && hasKind(others, ['exclude']))
    throw requestFailed(
      "Invalid $project :: caused by :: Bad projection specification, cannot exclude fields other than '_id' in an " +
        'inclusion projection',
    );
  const isExclusion = !includes && (hasKind(others, ['exclude']) || identity.kind === 'exclude');
  if (isExclusion) return (documents) => documents.map((document) => asFields(excluded(document, parts)));
  const kept = new Map<string, Part>([['_id', identity], ...others]);
  return (documents, variables) =>
    documents.map((document) => asFields(computed(included(document, kept), kept, { root: document, variables })));
};

function withoutIdentity(parts: ReadonlyMap<string, Part>): { _id: Part; others: Map<string, Part> } {
  const others = new Map(parts);
  others.delete('_id');
  return { _id: parts.get('_id') ?? { kind: 'include' }, others };
}

const addFields =
  (stage: string): Stage =>
  (argument, { names }) => {
    const parts = readParts(specificationOf(stage, argument), { stage, names, hasFlags: false });
    return (documents, variables) =>
      documents.map((document) => asFields(computed(document, parts, { root: document, variables })));
  };

const unset: Stage = (argument) => {
  const paths = Array.isArray(argument) ? argument : [argument];
  if (paths.length === 0 || !paths.every((path) => typeof path === 'string' && path !== '' && !path.startsWith('$')))
    throw requestFailed('$unset specification must be a string or an array with names of fields');
  const parts = readParts(Object.fromEntries(paths.map((path) => [String(path), 0])), {
    stage: '$unset',
    names: [],
    hasFlags: true,
  });
  return (documents) => documents.map((document) => asFields(excluded(document, parts)));
};

/** @throws DatabaseError at a document for which the new root is no object */
const replaceRoot =
  (stage: string): Stage =>
  (argument, { names }) => {
    const source = stage === '$replaceWith' ? argument : newRootOf(argument);
    const expression = compileExpression(source, names);
    return (documents, variables) =>
      documents.map((root) => {
        const value = expression({ root, variables });
        if (isFields(value)) return value;
        throw requestFailed(
          "'newRoot' expression must evaluate to an object, but resulting value has the type: " + `'${kindOf(value)}'`,
        );
      });
  };

function newRootOf(argument: Value): Value {
  if (!isFields(argument)) throw requestFailed('expected an object as specification for $replaceRoot stage');
  const others = Object.keys(argument).filter((name) => name !== 'newRoot');
  if (others.length > 0) throw requestFailed(`unrecognized option to $replaceRoot stage: ${others.join(', ')}`);
  if (argument['newRoot'] === undefined) throw requestFailed('no newRoot specified for the $replaceRoot stage');
  return argument['newRoot'];
}

/** Goes down while the expression says `$$DESCEND`, drops a sub-document at `$$PRUNE`, keeps it whole at `$$KEEP`. */
const redact: Stage = (argument, { names }) => {
  const expression = compileExpression(argument, names);
  return (documents, variables) => {
    const cut = (value: Value, root: Value): Value | undefined => {
      if (Array.isArray(value)) return value.map((item) => cut(item, root)).filter((item) => item !== undefined);
      if (!isFields(value)) return value;
      const choice = expression({ root, variables: { ...variables, CURRENT: value } });
      if (choice === 'keep') return value;
      if (choice === 'prune') return undefined;
      if (choice !== 'descend')
        throw requestFailed('$redact must return $$DESCEND, $$KEEP or $$PRUNE, it returned something else');
      const entries = Object.entries(value).flatMap(([name, child]): [string, Value][] => {
        const kept = cut(child, root);
        return kept === undefined ? [] : [[name, kept]];
      });
      return Object.fromEntries(entries);
    };
    return documents.flatMap((document) => {
      const kept = cut(document, document);
      return isFields(kept) ? [kept] : [];
    });
  };
};

/** Stages that change the fields of each document. */
export const fieldsStages: Readonly<Record<string, Stage>> = {
  $addFields: addFields('$addFields'),
  $project: project,
  $redact: redact,
  $replaceRoot: replaceRoot('$replaceRoot'),
  $replaceWith: replaceRoot('$replaceWith'),
  $set: addFields('$set'),
  $unset: unset,
};
