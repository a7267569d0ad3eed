/** What one request has cost so far; its trace is made from this. */
export class Metrics {
  readonly plans: string[] = [];
  examined = 0;
  returned = 0;
  bytes = 0;
  sortedInMemory = false;
}
