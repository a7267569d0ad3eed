/**
 * What was read of somebody's input, or what is wrong with it. `contracts/phone-number.ts` answers in the same form.
 */
export type Reading<Value, Problem extends string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };
