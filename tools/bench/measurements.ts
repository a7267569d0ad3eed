import type { InvocationTrace } from '../../local/cloud';

/** What one kind of call cost over all its runs: the most of each count, and times by rank. */
export interface Row {
  readonly label: string;
  readonly runs: number;
  readonly reads: number;
  readonly writes: number;
  readonly examined: number;
  readonly returned: number;
  readonly replyBytes: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Collects traces by label; cold starts are left out of the times. */
export class Measurements {
  private readonly traces = new Map<string, InvocationTrace[]>();

  add(label: string, trace: InvocationTrace): void {
    this.traces.set(label, [...(this.traces.get(label) ?? []), trace]);
  }

  rows(): Row[] {
    return [...this.traces].map(([label, traces]) => {
      const most = (count: (trace: InvocationTrace) => number) => Math.max(...traces.map(count));
      const warmMs = traces.filter(({ coldStart }) => !coldStart).map(({ ms }) => ms);
      return {
        label,
        runs: traces.length,
        reads: most(({ reads }) => reads),
        writes: most(({ writes }) => writes),
        examined: most(({ examined }) => examined),
        returned: most(({ returned }) => returned),
        replyBytes: most(({ bytes }) => bytes),
        p50Ms: Math.round(percentile(warmMs, 0.5) * 10) / 10,
        p99Ms: Math.round(percentile(warmMs, 0.99) * 10) / 10,
      };
    });
  }
}
