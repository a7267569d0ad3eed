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

/**
 * Slots whose templates are long-term ones, which the account's category may have: accepted once, they bring all
 * messages that will come. The cloud's `TEMPLATE_LONG_TERM` names the same.
 */
const longTermTemplates: readonly MessageTemplate[] = [];

/**
 * Shows WeChat's prompt; has to be called from a tap. Answers what was accepted: nothing where WeChat cannot ask. A
 * prompt with long-term templates beside others is refused as a whole, so that each have one of their own.
 */
export async function requestSubscriptions(
  templates: readonly MessageTemplate[],
  longTerm: readonly MessageTemplate[] = longTermTemplates,
): Promise<MessageTemplate[]> {
  const lasting = templates.filter((template) => longTerm.includes(template));
  const single = templates.filter((template) => !longTerm.includes(template));
  return [...(await prompt(lasting)), ...(await prompt(single))];
}

async function prompt(templates: readonly MessageTemplate[]): Promise<MessageTemplate[]> {
  if (templates.length === 0) return [];
  try {
    const answers: Record<string, string> = await wx.requestSubscribeMessage({
      tmplIds: templates.map((template) => templateIds[template]),
    });
    return templates.filter((template) => accepting.has(answers[templateIds[template]] ?? ''));
  } catch {
    return [];
  }
}
