import type { Answers, Collection, Query, Question, Stored } from '../database';
import { plainPoints } from './plain-points';
import type { SdkDatabase, SdkPipeline } from './sdk';
import { toFilter } from './translate';

/** Where the answer of a question stands; no document of ours has such fields. */
const fieldOf = (index: number): string => `__answer${index}`;

/** Every question is a `lookup` of one document, so that all of them are answered by one request. */
export async function findTogether<const Asked extends readonly Question[]>(
  database: SdkDatabase,
  base: Collection<Stored>,
  questions: Asked,
): Promise<Answers<Asked> | undefined> {
  let asked = database
    .collection(base.name)
    .aggregate()
    .match({ _id: database.command.gt('') })
    .limit(1);
  for (const [index, question] of questions.entries())
    asked = asked.lookup({
      from: question.of.name,
      pipeline: questionPipeline(database, question),
      as: fieldOf(index),
    });
  const [found] = (await asked.end()).list as readonly Record<string, readonly Stored[]>[];
  if (!found) return undefined;
  const answers = questions.map((_, index) => (found[fieldOf(index)] ?? []).map((document) => plainPoints(document)));
  return answers as unknown as Answers<Asked>;
}

/**
 * A query as the pipeline of a `lookup`.
 * @param expression what holds beside its conditions, by variables of the `lookup`
 */
export function questionPipeline({ command }: SdkDatabase, query: Query, expression?: object): unknown {
  const { sort, exclude = [], limit } = query;
  const filter = toFilter(command, query);
  let stages: SdkPipeline = command.aggregate.pipeline().match(expression ? { ...filter, $expr: expression } : filter);
  if (sort)
    stages = stages.sort(
      Object.fromEntries(Object.entries(sort).map(([field, way]) => [field, way === 'asc' ? 1 : -1])),
    );
  stages = stages.limit(limit);
  // a projection of nothing is refused
  if (exclude.length > 0) stages = stages.project(Object.fromEntries(exclude.map((field) => [field, 0])));
  return stages.done();
}
