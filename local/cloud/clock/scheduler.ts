import type { Clock } from './clock';

/** Something that falls due once. */
export interface ScheduledTask {
  readonly dueMs: number;
  run(): Promise<void>;
}

/** Something that falls due again and again. */
export interface RecurringTask {
  readonly name: string;
  next(afterMs: number): number | undefined;
  run(dueMs: number): Promise<void>;
}

/** A clock that is moved far would otherwise run functions for hours. */
const maxRunsPerMove = 10_000;
const maxTimeoutMs = 2 ** 31 - 1;

export class TooManyRuns extends Error {}

/** A recurring task with its next time, if it has one. */
interface PlannedRun {
  readonly rule: RecurringTask;
  dueMs: number | undefined;
}

function earliestOf(runs: readonly PlannedRun[]): PlannedRun | undefined {
  const dueMs = Math.min(...runs.map((each) => each.dueMs ?? Infinity));
  return runs.find((each) => each.dueMs === dueMs);
}

/** Runs what falls due: in order and awaited when the clock is moved, as time passes otherwise. */
export class Scheduler {
  private scheduled: ScheduledTask[] = [];
  private recurring: PlannedRun[] = [];
  private timeout: NodeJS.Timeout | undefined;
  private queue: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(
    private readonly clock: Clock,
    private readonly onError: (error: unknown) => void,
    /** False: what recurs runs only when the clock is moved, so that no timer runs in the middle of a test. */
    private readonly isAutomatic: boolean,
  ) {}

  schedule(task: ScheduledTask): void {
    this.scheduled.push(task);
    this.scheduled.sort((left, right) => left.dueMs - right.dueMs);
    this.resetTimeout();
  }

  setRecurring(rules: readonly RecurringTask[]): void {
    this.recurring = rules.map((rule) => ({ rule, dueMs: rule.next(this.clock.nowMs()) }));
    this.resetTimeout();
  }

  /** What is due next, for the console. */
  nextRuns(): { name: string; dueMs: number }[] {
    return this.recurring.flatMap(({ rule, dueMs }) => (dueMs === undefined ? [] : [{ name: rule.name, dueMs }]));
  }

  /**
   * Moves the clock. Forwards, everything due in between runs once, in order, each at its own time; backwards,
   * nothing runs.
   * @param runs false leaves out what would fall due
   * @returns how many things ran
   * @throws TooManyRuns before anything ran
   */
  moveTo(targetMs: number, runs = true): Promise<number> {
    return this.enqueue(async () => {
      if (!this.isAutomatic) this.replan(this.clock.nowMs());
      const forwards = runs && targetMs > this.clock.nowMs();
      if (forwards) this.refuseTooManyRuns(targetMs);
      const runCount = forwards ? await this.runUntil(targetMs, true) : 0;
      this.clock.setNowMs(targetMs);
      this.replan(targetMs);
      return runCount;
    });
  }

  /** Drops what is due once, e.g. after a reset. */
  clearScheduled(): void {
    this.scheduled = [];
  }

  /** Nothing falls due any more; what runs may end. */
  stop(): void {
    this.isClosed = true;
    clearTimeout(this.timeout);
  }

  /** After `stop`: until what ran has ended. */
  async ended(): Promise<void> {
    await this.queue;
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.then(
      () => this.resetTimeout(),
      () => this.resetTimeout(),
    );
    return result;
  }

  private async runUntil(targetMs: number, includesRecurring: boolean): Promise<number> {
    let runCount = 0;
    const next = () => this.nextDue(targetMs, includesRecurring);
    for (let due = next(); due && !this.isClosed; due = next()) {
      if (due.dueMs > this.clock.nowMs()) this.clock.setNowMs(due.dueMs);
      await due.run().catch(this.onError);
      runCount += 1;
    }
    return runCount;
  }

  private refuseTooManyRuns(targetMs: number): void {
    let count = 0;
    for (const { rule, dueMs } of this.recurring) {
      for (let moment = dueMs; moment !== undefined && moment <= targetMs; moment = rule.next(moment)) {
        count += 1;
        if (count > maxRunsPerMove)
          throw new TooManyRuns(`more than ${maxRunsPerMove} timers fall due; move the clock in smaller steps`);
      }
    }
  }

  /** Takes the earliest thing due, and plans its next time. */
  private nextDue(untilMs: number, includesRecurring: boolean): ScheduledTask | undefined {
    const first = this.scheduled[0];
    const timer = includesRecurring ? earliestOf(this.recurring) : undefined;
    const timerMs = timer?.dueMs ?? Infinity;
    if (first && first.dueMs <= untilMs && first.dueMs <= timerMs) return this.scheduled.shift();
    if (!timer || timerMs > untilMs) return undefined;
    timer.dueMs = timer.rule.next(timerMs);
    return { dueMs: timerMs, run: () => timer.rule.run(timerMs) };
  }

  private replan(nowMs: number): void {
    for (const each of this.recurring) each.dueMs = each.rule.next(nowMs);
  }

  private resetTimeout(): void {
    clearTimeout(this.timeout);
    if (this.isClosed) return;
    const recurring = this.isAutomatic ? this.recurring.map((each) => each.dueMs) : [];
    const dueTimes = [this.scheduled[0]?.dueMs, ...recurring];
    const earliestMs = Math.min(...dueTimes.map((dueMs) => dueMs ?? Infinity));
    if (earliestMs === Infinity) return;
    const waitMs = Math.min(Math.max(0, earliestMs - this.clock.nowMs()), maxTimeoutMs);
    this.timeout = setTimeout(
      () => void this.enqueue(() => this.runUntil(this.clock.nowMs(), this.isAutomatic)),
      waitMs,
    );
    this.timeout.unref();
  }
}
