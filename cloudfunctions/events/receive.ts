import { dropGrants } from '../core/message/drop-grants';
import { applyAnyVerdict, storeVerdict, type PhotoState } from '../core/order/jobs/photo-verdicts';
import type { Services } from '../core/platform/context';
import { v } from '../core/platform/validation';

/** WeChat adds fields of its own; what is not named here is not read. */
const verdictEvent = v.object({
  Event: v.literal('wxa_media_check'),
  trace_id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  result: v.optional(v.object({ suggest: v.string() })),
});
const changedGrant = v.object({ TemplateId: v.string(), SubscribeStatusString: v.string() });
const grantEvent = v.object({
  Event: v.picklist(['subscribe_msg_change_event', 'subscribe_msg_popup_event', 'subscribe_msg_sent_event']),
  FromUserName: v.string(),
  List: v.optional(v.unknown()),
});

/** What has a photo is stored a moment after the check was begun; a quick verdict waits for it so long. */
const pausesMs = [0, 200, 600];

/** Takes one push. It may come more than once: each effect is the same however often it does. */
export async function receive(services: Services, event: unknown): Promise<void> {
  const verdict = v.safeParse(verdictEvent, event);
  if (verdict.success)
    return applyOrStore(services, verdict.output.trace_id, stateAfter(verdict.output.result?.suggest));
  const grants = v.safeParse(grantEvent, event);
  if (grants.success && grants.output.Event === 'subscribe_msg_change_event')
    return takeBack(services, grants.output.FromUserName, grants.output.List);
}

/** A person decides about a picture of which WeChat is in doubt; one without a verdict stays hidden. */
function stateAfter(suggest: string | undefined): PhotoState {
  if (suggest === 'review') return 'doubted';
  return suggest === 'pass' ? 'shown' : 'hidden';
}

async function applyOrStore(services: Services, traceId: string, state: PhotoState): Promise<void> {
  for (const pauseMs of pausesMs) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (await applyAnyVerdict(services, traceId, state)) return;
  }
  await storeVerdict(services, traceId, state);
}

/**
 * Somebody switched a template off in WeChat's settings: their grants are gone. What they grant is counted where they
 * tap.
 */
async function takeBack({ database, openapi }: Services, openid: string, list: unknown): Promise<void> {
  const templates = (Array.isArray(list) ? list : [list]).flatMap((item: unknown) => {
    const change = v.safeParse(changedGrant, item);
    const template =
      change.success && change.output.SubscribeStatusString === 'reject'
        ? openapi.templateOf(change.output.TemplateId)
        : undefined;
    return template ? [template] : [];
  });
  if (templates.length > 0) await dropGrants(database, openid, templates);
}
