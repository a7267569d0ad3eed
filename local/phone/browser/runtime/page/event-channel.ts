/** The event channel of `navigateTo`: what one end emits, the listeners of the other end get. */
import type { EventChannel } from '../../host';

type Listener = (...data: unknown[]) => void;

class ChannelEnd implements EventChannel {
  readonly #listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  /** What was emitted before this end had a listener: a page listens in its onLoad at the earliest. */
  readonly #pending: { name: string; data: unknown[] }[] = [];
  other: ChannelEnd | undefined;

  #add(name: string, listener: Listener, once: boolean): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), { listener, once }]);
    const matching = this.#pending.filter((message) => message.name === name);
    for (const message of matching) {
      this.#pending.splice(this.#pending.indexOf(message), 1);
      this.receive(message.name, message.data);
    }
  }

  on(name: string, listener: Listener): void {
    this.#add(name, listener, false);
  }

  once(name: string, listener: Listener): void {
    this.#add(name, listener, true);
  }

  off(name: string, listener?: Listener): void {
    const remaining = listener ? (this.#listeners.get(name) ?? []).filter((entry) => entry.listener !== listener) : [];
    this.#listeners.set(name, remaining);
  }

  emit(name: string, ...data: unknown[]): void {
    this.other?.receive(name, data);
  }

  receive(name: string, data: unknown[]): void {
    const listeners = this.#listeners.get(name) ?? [];
    if (listeners.length === 0) this.#pending.push({ name, data });
    this.#listeners.set(
      name,
      listeners.filter((entry) => !entry.once),
    );
    for (const { listener } of listeners) listener(...data);
  }
}

/** @param events the listeners of `navigateTo({ events })`, which listen on the opener's end */
export function createChannel(events: Record<string, (...data: never[]) => void> = {}): {
  opener: EventChannel;
  opened: EventChannel;
} {
  const opener = new ChannelEnd();
  const opened = new ChannelEnd();
  opener.other = opened;
  opened.other = opener;
  for (const [name, listener] of Object.entries(events)) {
    opener.on(name, (...data) => {
      Reflect.apply(listener, undefined, data);
    });
  }
  return { opener, opened };
}
