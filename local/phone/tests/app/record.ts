/** What a page heard, in order, where a test reads it. */
export interface Heard {
  type: string;
  name: string;
  detail: unknown;
}

interface Recording {
  data: { events: unknown[] };
  setData(data: { events: unknown[] }): void;
}

/** Notes an event of a component; `data-name` on the component tells which one sent it. */
export function record(page: Recording, event: WechatMiniprogram.CustomEvent): void {
  const heard: Heard = {
    type: event.type,
    name: String(event.currentTarget.dataset['name'] ?? ''),
    detail: event.detail,
  };
  page.setData({ events: page.data.events.concat(heard) });
}

/** Notes what an API answered, or why it failed. */
export function note(page: Recording, name: string, detail: unknown): void {
  page.setData({ events: page.data.events.concat({ type: 'api', name, detail }) });
}
