import type { Clock } from './clock';

/** Something that falls due once. */
export interface Appointment {
  dueMs: number;
  run(): Promise<void>;
}

/** Something that falls due again and again. */
export interface Recurrence {
  name: string;
  next(afterMs: number): number | undefined;
  run(dueMs: number): Promise<void>;
}

/** A clock that is moved far would otherwise run functions for hours. */
const FIRINGS_PER_MOVE = 10_000;
const LONGEST_WAIT_MS = 2 ** 31 - 1;

export class TooManyFirings extends Error {}

/** Runs what falls due: in order and awaited when the clock is moved, as time passes otherwise. */
export class Scheduler {
  private appointments: Appointment[] = [];
  private recurrences: { rule: Recurrence; dueMs: number | undefined }[] = [];
  private alarm: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly clock: Clock,
    private readonly onError: (error: unknown) => void,
    /** false: what recurs runs only when the clock is moved, so that no test meets a timer by chance */
    private readonly ticks: boolean,
  ) {}

  at(appointment: Appointment): void {
    this.appointments.push(appointment);
    this.appointments.sort((left, right) => left.dueMs - right.dueMs);
    this.wake();
  }

  setRecurrences(rules: readonly Recurrence[]): void {
    this.recurrences = rules.map((rule) => ({ rule, dueMs: rule.next(this.clock.nowMs()) }));
    this.wake();
  }

  /** What is due next, for the console. */
  upcoming(): { name: string; dueMs: number }[] {
    return this.recurrences.flatMap(({ rule, dueMs }) => (dueMs === undefined ? [] : [{ name: rule.name, dueMs }]));
  }

  /**
   * Moves the clock. Forwards, everything due in between runs once, in order, each at its own time; backwards, nothing runs.
   * @param runs false leaves out what would fall due
   * @returns how many things ran
   * @throws TooManyFirings before anything ran
   */
  moveTo(targetMs: number, runs = true): Promise<number> {
    return this.inTurn(async () => {
      if (!this.ticks) this.replan(this.clock.nowMs());
      const forwards = runs && targetMs > this.clock.nowMs();
      if (forwards) this.refuseTooMany(targetMs);
      const fired = forwards ? await this.runUntil(targetMs, true) : 0;
      this.clock.setNowMs(targetMs);
      this.replan(targetMs);
      return fired;
    });
  }

  /** Forgets what is due once, e.g. after a reset. */
  clearAppointments(): void {
    this.appointments = [];
  }

  /** Nothing falls due any more; what runs may end. */
  stop(): void {
    this.closed = true;
    clearTimeout(this.alarm);
  }

  /** After `stop`: until what ran has ended. */
  async ended(): Promise<void> {
    await this.turn;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.then(
      () => this.wake(),
      () => this.wake(),
    );
    return result;
  }

  private async runUntil(targetMs: number, withRecurring: boolean): Promise<number> {
    let fired = 0;
    const take = () => this.takeDue(targetMs, withRecurring);
    for (let due = take(); due && !this.closed; due = take()) {
      if (due.dueMs > this.clock.nowMs()) this.clock.setNowMs(due.dueMs);
      await due.run().catch(this.onError);
      fired += 1;
    }
    return fired;
  }

  private refuseTooMany(targetMs: number): void {
    let count = 0;
    for (const { rule, dueMs } of this.recurrences) {
      for (let moment = dueMs; moment !== undefined && moment <= targetMs; moment = rule.next(moment)) {
        count += 1;
        if (count > FIRINGS_PER_MOVE)
          throw new TooManyFirings(`more than ${FIRINGS_PER_MOVE} timers fall due; move the clock in smaller steps`);
      }
    }
  }

  /** Takes the earliest thing due, and plans its next time. */
  private takeDue(untilMs: number, withRecurring: boolean): Appointment | undefined {
    const first = this.appointments[0];
    const timer = (withRecurring ? this.recurrences : []).reduce<
      { rule: Recurrence; dueMs: number | undefined } | undefined
    >(
      (best, each) =>
        each.dueMs !== undefined && (best?.dueMs === undefined || each.dueMs < best.dueMs) ? each : best,
      undefined,
    );
    const timerMs = timer?.dueMs ?? Infinity;
    if (first && first.dueMs <= untilMs && first.dueMs <= timerMs) return this.appointments.shift();
    if (!timer || timerMs > untilMs) return undefined;
    timer.dueMs = timer.rule.next(timerMs);
    return { dueMs: timerMs, run: () => timer.rule.run(timerMs) };
  }

  private replan(nowMs: number): void {
    for (const each of this.recurrences) each.dueMs = each.rule.next(nowMs);
  }

  private wake(): void {
    clearTimeout(this.alarm);
    if (this.closed) return;
    const recurring = this.ticks ? this.recurrences.map((each) => each.dueMs) : [];
    const dueTimes = [this.appointments[0]?.dueMs, ...recurring];
    const earliestMs = Math.min(...dueTimes.map((dueMs) => dueMs ?? Infinity));
    if (earliestMs === Infinity) return;
    const waitMs = Math.min(Math.max(0, earliestMs - this.clock.nowMs()), LONGEST_WAIT_MS);
    this.alarm = setTimeout(() => void this.inTurn(() => this.runUntil(this.clock.nowMs(), this.ticks)), waitMs);
    this.alarm.unref();
  }
}
