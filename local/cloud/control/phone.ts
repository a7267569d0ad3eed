import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import { drawQr } from '../openapi/codes';
import { HOME_PAGE } from '../options';
import type { Parts } from '../services';
import { readInput } from './input';

const LONGEST_QR_TEXT = 1000;

const subscribeSchema = v.strictObject({
  openid: v.optional(v.string()),
  templateIds: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1), v.maxLength(5)),
  /** templates that the person declined in the same prompt */
  rejected: v.optional(v.array(v.string()), []),
});
const phoneCodeSchema = v.strictObject({
  openid: v.optional(v.string()),
  phoneNumber: v.optional(v.pipe(v.string(), v.regex(/^1\d{10}$/))),
});
const cloudIdSchema = v.strictObject({ openid: v.optional(v.string()), data: v.unknown() });

function personOf(context: Context, openid: string | undefined): string {
  const person = openid ?? context.req.header('x-openid');
  if (person === undefined || person === '') throw new HTTPException(400, { message: 'openid, or header x-openid' });
  return person;
}

/** A person that the demo data does not know has a number all the same, and always the same one. */
function phoneNumberOf(parts: Parts, openid: string): string {
  const known = parts.options.demo?.personas().find((persona) => persona.openid === openid)?.phoneNumber;
  const digits = BigInt(`0x${createHash('sha256').update(openid).digest('hex').slice(0, 12)}`)
    .toString()
    .padStart(8, '0');
  return known ?? `199${digits.slice(-8)}`;
}

/** What a person grants by a tap, and what the phone draws; README.md of this folder describes each. */
export function addPhone(app: Hono, parts: Parts): void {
  app.post('/local/subscribe', async (context) => {
    const input = await readInput(context, subscribeSchema);
    const openid = personOf(context, input.openid);
    parts.presence.note(openid);
    const accepted = input.templateIds.filter((template) => !input.rejected.includes(template));
    parts.subscriptions.grant(openid, accepted);
    const answers = input.templateIds.map((template) => ({
      TemplateId: template,
      SubscribeStatusString: accepted.includes(template) ? 'accept' : 'reject',
      PopupScene: '0',
    }));
    if (parts.functions.spec('events'))
      await parts.pushes.deliver({ MsgType: 'event', Event: 'subscribe_msg_popup_event', List: answers }, openid);
    return context.json(Object.fromEntries(answers.map((answer) => [answer.TemplateId, answer.SubscribeStatusString])));
  });
  app.get('/local/subscribe-messages', (context) => {
    const openid = context.req.query('openid');
    return context.json(
      parts.subscriptions.sent.filter((message) => openid === undefined || message.touser === openid),
    );
  });
  app.post('/local/phone-code', async (context) => {
    const input = await readInput(context, phoneCodeSchema);
    const openid = personOf(context, input.openid);
    return context.json({
      code: parts.handovers.issuePhoneCode(openid, input.phoneNumber ?? phoneNumberOf(parts, openid)),
    });
  });
  app.post('/local/cloud-id', async (context) => {
    const input = await readInput(context, cloudIdSchema);
    return context.json({ cloudID: parts.handovers.issueCloudId(personOf(context, input.openid), input.data) });
  });
  app.get('/local/cards', (context) => {
    const page = parts.options.cardPage ?? HOME_PAGE;
    const cards = parts.options.demo?.cards?.() ?? [];
    return context.json(
      cards.map(({ label, token }) => ({
        title: label,
        result: '',
        path: `${page}?scene=${encodeURIComponent(token)}`,
      })),
    );
  });
  app.get('/local/qr', async (context) => {
    const text = context.req.query('text') ?? '';
    if (text === '' || text.length > LONGEST_QR_TEXT)
      throw new HTTPException(400, { message: `text: 1 to ${LONGEST_QR_TEXT} characters` });
    return context.body(new Uint8Array(await drawQr(text, 430)), 200, { 'content-type': 'image/png' });
  });
}
