import * as v from 'valibot';
import type { Reading } from './reading';

/** A valibot schema of what a reader reads; the problem is the issue's message. */
export function schemaOf<Value>(read: (typed: string) => Reading<Value, string>) {
  return v.pipe(
    v.string(),
    v.rawTransform<string, Value>(({ dataset, addIssue, NEVER }) => {
      const reading = read(dataset.value);
      if (reading.ok) return reading.value;
      addIssue({ message: reading.problem });
      return NEVER;
    }),
  );
}
