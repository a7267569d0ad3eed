/** When people last used the mini-program, by the cloud's clock; some of WeChat's interfaces ask for it. */
export class Presence {
  private readonly seen = new Map<string, number>();

  constructor(private readonly nowMs: () => number) {}

  note(openid: string): void {
    this.seen.set(openid, this.nowMs());
  }

  clear(): void {
    this.seen.clear();
  }

  lastSeenMs(openid: string): number | undefined {
    return this.seen.get(openid);
  }
}
