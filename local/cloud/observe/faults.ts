import * as v from 'valibot';

/**
 * What can go wrong on purpose:
 * - `conflict`: a write inside a transaction, or its commit, is refused as a conflict, and the transaction is gone
 * - `timeout-before`: the operation or the function never ran, and its caller gets a time-out
 * - `timeout-after`: it ran, and the reply was lost: its caller gets the same
 * - `duplicate-delivery`: a call, a timer or a push arrives twice
 * - `openapi`: WeChat's interface answers with `errcode`
 *
 * `match` is a piece of the target's label, which reads `function <name> <event.name>`, `timer <function> <timer>`,
 * `push <function> <event>`, `database.<action> <collection>`, `storage.<action>` or `openapi <api>`.
 * `after` lets that many matching targets pass first; `times` is how many fail then.
 */
export const faultSchema = v.strictObject({
  kind: v.picklist(['conflict', 'timeout-before', 'timeout-after', 'duplicate-delivery', 'openapi']),
  match: v.optional(v.string(), ''),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 1),
  after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  /** Only what this function does. */
  inside: v.optional(v.string()),
  /** Only what is done for this user. */
  openid: v.optional(v.string()),
  errcode: v.optional(v.number(), -1),
  errmsg: v.optional(v.string(), 'system error'),
  /** Of `duplicate-delivery`: both copies at once, rather than the second when the first has ended. */
  together: v.optional(v.boolean(), false),
});

export type Fault = v.InferOutput<typeof faultSchema>;
export type FaultKind = Fault['kind'];

export interface FaultTarget {
  readonly label: string;
  /** Name of the function that does it, when one does. */
  readonly inside?: string | undefined;
  readonly openid?: string | undefined;
}

const appliesTo = (fault: Fault, target: FaultTarget): boolean =>
  target.label.includes(fault.match) &&
  (fault.inside === undefined || fault.inside === target.inside) &&
  (fault.openid === undefined || fault.openid === target.openid);

export class Faults {
  private planned: Fault[] = [];

  add(fault: Fault): void {
    this.planned.push({ ...fault });
  }

  list(): readonly Fault[] {
    return this.planned;
  }

  clear(): void {
    this.planned = [];
  }

  /** Finds the first planned fault of these kinds that applies to the target, and counts it as used once. */
  take(kinds: readonly FaultKind[], target: FaultTarget): Fault | undefined {
    for (const fault of this.planned) {
      if (!kinds.includes(fault.kind) || fault.times === 0 || !appliesTo(fault, target)) continue;
      if (fault.after > 0) {
        fault.after -= 1;
        continue;
      }
      fault.times -= 1;
      this.planned = this.planned.filter((each) => each.times > 0);
      return fault;
    }
    return undefined;
  }
}
