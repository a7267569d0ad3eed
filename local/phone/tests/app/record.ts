/** An event that a page recorded, for a test to read. */
export interface RecordedEvent {
  readonly type: string;
  readonly name: string;
  readonly detail: unknown;
}

interface RecordingPage {
  readonly data: { readonly events: readonly unknown[] };
  setData(data: { events: unknown[] }): void;
}

/** Records an event of a component; `data-name` of the component is its name. */
export function record(page: RecordingPage, event: WechatMiniprogram.CustomEvent): void {
  const recorded: RecordedEvent = {
    type: event.type,
    name: String(event.currentTarget.dataset['name'] ?? ''),
    detail: event.detail,
  };
  page.setData({ events: page.data.events.concat(recorded) });
}

/** Records what an API answered, or why it failed. */
export function recordAnswer(page: RecordingPage, name: string, detail: unknown): void {
  page.setData({ events: page.data.events.concat({ type: 'api', name, detail }) });
}
