/** What one request has cost so far; the trace is made from it. */
export class Measure {
  readonly plans: string[] = [];
  examined = 0;
  returned = 0;
  bytes = 0;
  sortedInMemory = false;
}
