import { randomUUID } from 'node:crypto';
import { APP_ID } from '../environment';
import { CallFailure } from '../functions/failure';
import type { Functions } from '../functions/functions';
import type { StateFile, State } from '../state';
import { textOf, type Fields } from '../values';
import type { Clock } from '../clock/clock';
import type { Scheduler } from '../clock/scheduler';

/** The function that WeChat's pushes go to. */
const RECEIVER = 'events';
/** WeChat's own server, not a client: a function can tell by `getWXContext().SOURCE`. */
const SOURCE = 'wx_unknown';
const ACCOUNT = 'gh_local';

interface PushParts {
  state: StateFile;
  clock: Clock;
  scheduler: Scheduler;
  functions: Functions;
  log(line: string): void;
}

type Planned = State['pushes'][number];

/** What WeChat tells the cloud of its own accord. A push that is still to come survives a restart. */
export class Pushes {
  constructor(private readonly parts: PushParts) {}

  /** A verdict comes as late, and as often, as the content rules say. */
  plan(event: Fields, openid: string): void {
    const { state, clock } = this.parts;
    const { delayMs, copies } = state.value.contentRules;
    const dueMs = clock.nowMs() + delayMs;
    const message = this.envelope(event, openid, dueMs);
    const planned = Array.from({ length: copies }, () => ({ id: randomUUID(), dueMs, event: message }));
    state.value.pushes.push(...planned);
    state.save();
    for (const each of planned) this.appoint(each);
  }

  /** Delivers now; used for what follows a tap at once. */
  async deliver(event: Fields, openid: string): Promise<void> {
    await this.send(this.envelope(event, openid, this.parts.clock.nowMs()));
  }

  /** Takes up what was planned before a restart. */
  resume(): void {
    for (const planned of this.parts.state.value.pushes) this.appoint(planned);
  }

  private envelope(event: Fields, openid: string, atMs: number): Fields {
    return { ToUserName: ACCOUNT, FromUserName: openid, CreateTime: Math.floor(atMs / 1000), appid: APP_ID, ...event };
  }

  private appoint(planned: Planned): void {
    this.parts.scheduler.at({ dueMs: planned.dueMs, run: () => this.run(planned) });
  }

  private async run(planned: Planned): Promise<void> {
    const { state } = this.parts;
    state.value.pushes = state.value.pushes.filter((each) => each.id !== planned.id);
    state.save();
    await this.send(planned.event);
  }

  private async send(event: Fields): Promise<void> {
    const name = textOf(event['Event']);
    try {
      await this.parts.functions.call({
        name: RECEIVER,
        event,
        identity: { origin: 'push', source: SOURCE },
        label: `push ${RECEIVER} ${name}`,
      });
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      this.parts.log(`push ${name}: ${error.message}`);
    }
  }
}
