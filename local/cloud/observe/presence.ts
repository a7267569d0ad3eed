/** When people last used the mini-program, by the cloud's clock; some of WeChat's interfaces ask for it. */
export class Presence {
  private readonly seenMs = new Map<string, number>();

  constructor(private readonly nowMs: () => number) {}

  record(openid: string): void {
    this.seenMs.set(openid, this.nowMs());
  }

  clear(): void {
    this.seenMs.clear();
  }

  lastSeenMs(openid: string): number | undefined {
    return this.seenMs.get(openid);
  }
}
