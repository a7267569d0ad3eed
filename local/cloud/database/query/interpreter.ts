import { DatabaseError, requestFailed } from '../errors';
import { compileExpression } from '../expression/compile';
import { isTrue } from '../expression/kinds';
import { createInterpreter, type FilterOperator, type Interpreter } from '../platform/mingo';
import type { PredicateMaker } from './predicate';
import { isFields, isOperators, type Fields, type Value } from '../values/value';
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

/** Operators that need nothing but their argument. */
const plainOperators = new Set(['$eq', '$ne', '$in', '$nin', '$gt', '$gte', '$lt', '$lte', '$exists']);

type Test = (document: Value) => boolean;

/**
 * The test of a filter of values and plain operators, all of which must hold; undefined for any other. Compiling such a
 * filter by the library takes longer than most of them are used.
 */
function matcherOfValues(filter: Fields): Test | undefined {
  const tests: Test[] = [];
  for (const [name, condition] of Object.entries(filter)) {
    const found = name === '$and' ? testsOfAll(condition) : testsAt(name, condition);
    if (found === undefined) return undefined;
    tests.push(...found);
  }
  return (document) => tests.every((test) => test(document));
}

function testsOfAll(parts: Value): Test[] | undefined {
  if (!Array.isArray(parts) || parts.length === 0) return undefined;
  const tests = parts.map((part) => (isFields(part) ? matcherOfValues(part) : undefined));
  const known = tests.filter((test) => test !== undefined);
  return known.length === tests.length ? known : undefined;
}

function testsAt(path: string, condition: Value): Test[] | undefined {
  if (path.startsWith('$')) return undefined;
  if (typeof condition !== 'object' || condition === null || condition instanceof Date)
    return [testPath(path, equals(condition))];
  if (!isOperators(condition)) return undefined;
  const tests: Test[] = [];
  for (const [operator, argument] of Object.entries(condition)) {
    const make = plainOperators.has(operator) ? predicates[operator] : undefined;
    if (make === undefined) return undefined;
    tests.push(testPath(path, make(argument, queryLanguage.matcher)));
  }
  return tests;
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
