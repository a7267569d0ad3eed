import { requestFailed } from '../errors';
import type { Fields } from '../values/value';
import type { Run, Stage } from './stage';

/**
 * Compiles a pipeline, so that a mistake in any stage is refused whether or not a document would reach it.
 * @throws DatabaseError for a stage that is not known or is written wrongly
 */
export function compilePipeline(
  table: Readonly<Record<string, Stage>>,
  stages: readonly Fields[],
  names: readonly string[] = [],
): Run {
  const pipeline = (inner: readonly Fields[], known: readonly string[]): Run => compilePipeline(table, inner, known);
  const runs = stages.map((stage) => {
    const [name, ...others] = Object.keys(stage);
    if (name === undefined || others.length > 0)
      throw requestFailed('A pipeline stage specification object must contain exactly one field.');
    const make = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!make) throw requestFailed(`Unrecognized pipeline stage name: '${name}'`);
    return make(stage[name] ?? null, { names, pipeline });
  });
  return (documents, variables) => runs.reduce<Fields[]>((found, run) => run(found, variables), [...documents]);
}
