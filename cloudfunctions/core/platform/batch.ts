import type { Answers, Collection, Condition, Database, Query, Question, Stored } from './database';

/** A document that surely stands, from which questions are asked together: that of the caller. */
export interface BatchBase {
  readonly of: Collection<Stored>;
  readonly id: string;
}

/** Documents that one request answers with at most: all of them come as one document, which may hold 16 MB. */
const maxDocuments = 400;

type Found = readonly (readonly Stored[])[];

/** Questions that are asked together in any case. */
interface Waiting {
  readonly questions: readonly Question[];
  resolve(found: Found): void;
  reject(error: unknown): void;
}

/**
 * The database, which asks what is asked at the same moment in one request. A question that waits for nothing else goes
 * out with its neighbours as soon as everything that can run has run; one that is alone is asked as it is.
 */
export function withBatches(database: Database, base: BatchBase): Database {
  let waiting: Waiting[] = [];
  const ask = (questions: readonly Question[]): Promise<Found> =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ questions, resolve, reject });
    });

  function flush(): void {
    const all = waiting;
    waiting = [];
    for (const batch of batchesOf(all)) void answer(database, base, batch);
  }

  return {
    ...database,
    async get<T extends Stored>(from: Collection<T>, id: string): Promise<T | undefined> {
      const [[found] = []] = await ask([{ of: from, where: { _id: id }, limit: 1 }]);
      return found as T | undefined;
    },
    async find<T extends Stored>(from: Collection<T>, query: Query): Promise<T[]> {
      if (isNear(query)) return database.find(from, query);
      const [found = []] = await ask([{ of: from, ...query }]);
      return [...found] as T[];
    },
    async findTogether<const Asked extends readonly Question[]>(
      _base: Collection<Stored>,
      questions: Asked,
    ): Promise<Answers<Asked>> {
      return (await ask(questions)) as unknown as Answers<Asked>;
    },
  };
}

/** Nearness is no condition of an aggregation's later stages. */
function isNear({ where = {}, anyOf = [] }: Query): boolean {
  const conditions = [where, ...anyOf].flatMap((one): readonly Condition[] => Object.values(one));
  return conditions.some((one) => typeof one === 'object' && one !== null && 'near' in one);
}

/** As many together as one answer bears. */
function batchesOf(all: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const batches: Waiting[][] = [];
  let documents = Infinity;
  for (const one of all) {
    const most = one.questions.reduce((sum, { limit }) => sum + limit, 0);
    documents += most;
    if (documents > maxDocuments) {
      batches.push([]);
      documents = most;
    }
    batches.at(-1)?.push(one);
  }
  return batches;
}

async function answer(database: Database, base: BatchBase, batch: readonly Waiting[]): Promise<void> {
  try {
    const questions = batch.flatMap((one) => one.questions);
    const answers = await answersOf(database, base, questions);
    let start = 0;
    for (const one of batch) {
      one.resolve(answers.slice(start, start + one.questions.length));
      start += one.questions.length;
    }
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

async function answersOf(
  database: Database,
  { of: base, id }: BatchBase,
  questions: readonly Question[],
): Promise<Found> {
  const alone = ({ of, ...query }: Question): Promise<readonly Stored[]> => database.find(of, query);
  const [only, ...more] = questions;
  if (only && more.length === 0) return [await alone(only)];
  const lookUps = questions.map((question, index) => ({ name: `question${index}`, of: question.of, query: question }));
  const looked = await database.lookUp(base, { id, exclude: [], isBare: true, lookUps });
  // Their login was taken away in this very moment.
  if (!looked) return Promise.all(questions.map(alone));
  return lookUps.map((lookUp) => looked.found.documents(lookUp) ?? []);
}
