import { DatabaseError, requestFailed } from '../errors';
import { compileExpression } from '../expression/compile';
import { isTrue } from '../expression/kinds';
import { createInterpreter, type FilterOperator, type Interpreter } from '../platform/mingo';
import type { PredicateMaker } from './predicate';
import type { Fields, Value } from '../values/value';
import { equals, predicates, testPath } from './predicates';

const filters: Readonly<Record<string, FilterOperator>> = Object.fromEntries(
  Object.entries(predicates).map(([name, make]: [string, PredicateMaker]): [string, FilterOperator] => [
    name,
    (path, argument, matches) => testPath(path, make(argument, matches)),
  ]),
);

/** `$expr` of a filter: an expression over the whole document. */
const byExpression: FilterOperator = (_path, argument) => {
  const expression = compileExpression(argument);
  return (document) => isTrue(expression({ root: document, variables: {} }));
};

/** The query language: mingo's, with MongoDB's own rules of comparing and of places, and our own expressions. */
export const queryLanguage: Interpreter = createQueryLanguage();

function createQueryLanguage(): Interpreter {
  const interpreter = createInterpreter({ ...filters, $expr: byExpression });
  return { ...interpreter, matcher: (filter) => matcherOfValues(filter) ?? interpreter.matcher(filter) };
}

/** The test of a filter that asks for single values only; it needs nobody who knows the whole language. */
function matcherOfValues(filter: Fields): ((document: Value) => boolean) | undefined {
  const tests: ((document: Value) => boolean)[] = [];
  for (const [path, value] of Object.entries(filter)) {
    if (path.startsWith('$') || (typeof value === 'object' && !(value instanceof Date))) return undefined;
    tests.push(testPath(path, equals(value)));
  }
  return (document) => tests.every((test) => test(document));
}

const renamed: readonly [RegExp, string][] = [
  [/^unknown (?:query|top level) operator:? (\$\w+)$/, 'unknown operator: $1'],
  [/^unregistered pipeline operator (.+)\.$/, `Unrecognized pipeline stage name: '$1'`],
  [/^accumulator '(\$\w+)' is not registered\.$/, `Unrecognized expression '$1'`],
];

/** What the query language refuses becomes a refusal of the request, in mongod's words where they are known. */
export function asDatabaseError(error: unknown): DatabaseError | undefined {
  if (error instanceof DatabaseError) return error;
  if (error instanceof RangeError && error.message.includes('call stack'))
    return requestFailed('the request is nested too deeply');
  if (!(error instanceof Error)) return undefined;
  const isFromLanguage =
    error.constructor.name === 'MingoError' || /^(mingo|unknown|Expression|Invalid)/.test(error.message);
  if (!isFromLanguage) return undefined;
  const [pattern, text] = renamed.find(([known]) => known.test(error.message)) ?? [/^/, ''];
  return requestFailed(error.message.replace(pattern, text));
}
