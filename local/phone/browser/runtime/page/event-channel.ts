/** The two ends of what `navigateTo` opens: what one page emits, the other hears. */
import type { EventChannel } from '../../host';

type Listener = (...data: unknown[]) => void;

class End implements EventChannel {
  readonly #listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  /** emitted before the other end listened: kept until it does, since a page listens in its onLoad at the earliest */
  readonly #waiting: { name: string; data: unknown[] }[] = [];
  other: End | undefined;

  #add(name: string, listener: Listener, once: boolean): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), { listener, once }]);
    const due = this.#waiting.filter((message) => message.name === name);
    for (const message of due) {
      this.#waiting.splice(this.#waiting.indexOf(message), 1);
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
    const kept = listener ? (this.#listeners.get(name) ?? []).filter((entry) => entry.listener !== listener) : [];
    this.#listeners.set(name, kept);
  }

  emit(name: string, ...data: unknown[]): void {
    this.other?.receive(name, data);
  }

  receive(name: string, data: unknown[]): void {
    const heard = this.#listeners.get(name) ?? [];
    if (heard.length === 0) this.#waiting.push({ name, data });
    this.#listeners.set(
      name,
      heard.filter((entry) => !entry.once),
    );
    for (const { listener } of heard) listener(...data);
  }
}

/** @param events listeners that `navigateTo({ events })` brought along, on the opener's end */
export function createChannel(events: Record<string, (...data: never[]) => void> = {}): {
  opener: EventChannel;
  opened: EventChannel;
} {
  const opener = new End();
  const opened = new End();
  opener.other = opened;
  opened.other = opener;
  for (const [name, listener] of Object.entries(events)) {
    opener.on(name, (...data) => {
      Reflect.apply(listener, undefined, data);
    });
  }
  return { opener, opened };
}
