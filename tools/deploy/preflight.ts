import type { Health } from './health';

/** What speaks against a deployment, before anything was done. */
export interface Preflight {
  /** It would lose or damage what is there. */
  readonly stops: readonly string[];
  /** A person should know. */
  readonly warnings: readonly string[];
}

/** @param deployed what the code says that is there; undefined for an empty environment, or for code of before */
export function preflight(deployed: Health | undefined, mine: Health): Preflight {
  if (deployed === undefined) return { stops: [], warnings: [] };
  const newer = Object.entries(deployed.forms).filter(([name, form]) => form > (mine.forms[name] ?? 0));
  const stops = newer.map(
    ([name, form]) => `${name} holds documents of form ${form}, and this code knows ${mine.forms[name] ?? 'none'}`,
  );
  if (deployed.contract > mine.contract)
    stops.push(`mini-programs of contract ${deployed.contract} are out, and this code serves ${mine.contract}`);
  const warnings =
    mine.contract > deployed.contract + 1
      ? [`mini-programs of contract ${deployed.contract} will be told to restart as soon as this is deployed`]
      : [];
  return { stops, warnings };
}

/** @throws Error when a deployment would lose something */
export function expectNothingLost({ stops }: Preflight): void {
  if (stops.length > 0) throw new Error(`nothing was done: ${stops.join('; ')}`);
}
