import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock/clock';
import type { Scheduler } from '../clock/scheduler';
import { appId } from '../environment';
import { CallFailure } from '../functions/failure';
import type { Functions } from '../functions/functions';
import type { StateFile, State } from '../state';
import { textOf, type Fields } from '../values';

/** The function that WeChat's pushes go to. */
const receiverFunction = 'events';
/** WeChat's own server, not a client: a function can see it in `getWXContext().SOURCE`. */
const pushSource = 'wx_unknown';
const accountName = 'gh_local';

interface PushServices {
  readonly state: StateFile;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly functions: Functions;
  log(line: string): void;
}

type PendingPush = State['pushes'][number];

/** What WeChat sends to the cloud of its own accord. A push that is still to come survives a restart. */
export class Pushes {
  constructor(private readonly services: PushServices) {}

  /** Delivers the result of a content check as late, and as often, as the content rules say. */
  schedule(event: Fields, openid: string): void {
    const { state, clock } = this.services;
    const { delayMs, copies } = state.value.contentRules;
    const dueMs = clock.nowMs() + delayMs;
    const message = this.messageOf(event, openid, dueMs);
    const pending = Array.from({ length: copies }, () => ({ id: randomUUID(), dueMs, event: message }));
    state.value.pushes.push(...pending);
    state.save();
    for (const each of pending) this.scheduleDelivery(each);
  }

  /** Delivers now; used for what follows a tap at once. */
  async deliver(event: Fields, openid: string): Promise<void> {
    await this.send(this.messageOf(event, openid, this.services.clock.nowMs()));
  }

  /** Schedules what was pending before a restart. */
  resume(): void {
    for (const pendingPush of this.services.state.value.pushes) this.scheduleDelivery(pendingPush);
  }

  private messageOf(event: Fields, openid: string, atMs: number): Fields {
    return {
      ToUserName: accountName,
      FromUserName: openid,
      CreateTime: Math.floor(atMs / 1000),
      appid: appId,
      ...event,
    };
  }

  private scheduleDelivery(pendingPush: PendingPush): void {
    this.services.scheduler.schedule({ dueMs: pendingPush.dueMs, run: () => this.run(pendingPush) });
  }

  private async run(pendingPush: PendingPush): Promise<void> {
    const { state } = this.services;
    state.value.pushes = state.value.pushes.filter((each) => each.id !== pendingPush.id);
    state.save();
    await this.send(pendingPush.event);
  }

  private async send(event: Fields): Promise<void> {
    const name = textOf(event['Event']);
    try {
      await this.services.functions.call({
        name: receiverFunction,
        event,
        identity: { origin: 'push', source: pushSource },
        label: `push ${receiverFunction} ${name}`,
      });
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      this.services.log(`push ${name}: ${error.message}`);
    }
  }
}
