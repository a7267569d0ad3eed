/**
 * WeChat's subscription messages: one accepted prompt is one message (platform rules), so that it is offered and never
 * pressed.
 */
import type { MessageTemplate } from '../../contracts/message';

/**
 * Ids that the account's templates were given; the cloud's `TEMPLATE_…` variables name the same. Unset, an id is its
 * own name.
 */
const templateIds: Readonly<Record<MessageTemplate, string>> = {
  'order-news': 'order-news',
  'offer-news': 'offer-news',
  'deadline-news': 'deadline-news',
};

/** Answers that allow one message more: with a spoken reminder, it is an acceptance all the same. */
const accepting: ReadonlySet<string> = new Set(['accept', 'acceptWithAudio']);

/** Shows WeChat's prompt; has to be called from a tap. Answers what was accepted: nothing where WeChat cannot ask. */
export async function requestSubscriptions(templates: readonly MessageTemplate[]): Promise<MessageTemplate[]> {
  try {
    const answers: Record<string, string> = await wx.requestSubscribeMessage({
      tmplIds: templates.map((template) => templateIds[template]),
    });
    return templates.filter((template) => accepting.has(answers[templateIds[template]] ?? ''));
  } catch {
    return [];
  }
}
