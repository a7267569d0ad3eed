import type { PathValues } from '../values/path';
import type { Value } from '../values/value';

/** A condition on what a path leads to. */
export type PathTest = (values: PathValues) => boolean;
/** Turns an operator's argument into its test; nested filters are given as a function. */
export type PredicateMaker = (
  argument: Value,
  matches: (filter: { [name: string]: Value }) => (document: Value) => boolean,
) => PathTest;
