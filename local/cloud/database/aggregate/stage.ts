import type { Result } from '../expression/expression';
import type { Fields, Value } from '../values/value';

/** Variables that stand around a pipeline: those of the `let` of a lookup. */
export type Variables = Readonly<Record<string, Result>>;

/** A compiled stage or pipeline over all documents that reach it. */
export type Run = (documents: readonly Fields[], variables: Variables) => Fields[];

export interface StageContext {
  /** Variables that expressions may name. */
  readonly names: readonly string[];
  /** Compiles a pipeline within a stage. @throws DatabaseError for a stage that is written wrongly */
  readonly pipeline: (stages: readonly Fields[], names: readonly string[]) => Run;
}

/** A stage: reads its argument once. @throws DatabaseError that says what is wrong with it */
export type Stage = (argument: Value, context: StageContext) => Run;
