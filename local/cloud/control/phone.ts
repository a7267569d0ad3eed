import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import { drawQr } from '../openapi/codes';
import { defaultHomePage } from '../options';
import type { CloudServices } from '../services';
import { readInput } from './input';

const maxQrTextLength = 1000;

const subscribeSchema = v.strictObject({
  openid: v.optional(v.string()),
  templateIds: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1), v.maxLength(5)),
  /** Templates that the person declined in the same prompt. */
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
function phoneNumberOf(services: CloudServices, openid: string): string {
  const known = services.options.demo?.personas().find((persona) => persona.openid === openid)?.phoneNumber;
  const digits = BigInt(`0x${createHash('sha256').update(openid).digest('hex').slice(0, 12)}`)
    .toString()
    .padStart(8, '0');
  return known ?? `199${digits.slice(-8)}`;
}

/** Subscription messages: what a person grants by a tap, and what was sent. */
function addSubscriptions(app: Hono, services: CloudServices): void {
  app.post('/local/subscribe', async (context) => {
    const input = await readInput(context, subscribeSchema);
    const openid = personOf(context, input.openid);
    services.presence.record(openid);
    const accepted = input.templateIds.filter((template) => !input.rejected.includes(template));
    services.subscriptions.grant(openid, accepted);
    const answers = input.templateIds.map((template) => ({
      TemplateId: template,
      SubscribeStatusString: accepted.includes(template) ? 'accept' : 'reject',
      PopupScene: '0',
    }));
    if (services.functions.spec('events'))
      await services.pushes.deliver({ MsgType: 'event', Event: 'subscribe_msg_popup_event', List: answers }, openid);
    return context.json(Object.fromEntries(answers.map((answer) => [answer.TemplateId, answer.SubscribeStatusString])));
  });
  app.get('/local/subscribe-messages', (context) => {
    const openid = context.req.query('openid');
    return context.json(
      services.subscriptions.sent.filter((message) => openid === undefined || message.touser === openid),
    );
  });
}

/** Codes for what a person shares by a tap: the phone number, open data. */
function addCodes(app: Hono, services: CloudServices): void {
  app.post('/local/phone-code', async (context) => {
    const input = await readInput(context, phoneCodeSchema);
    const openid = personOf(context, input.openid);
    return context.json({
      code: services.oneTimeCodes.issuePhoneCode(openid, input.phoneNumber ?? phoneNumberOf(services, openid)),
    });
  });
  app.post('/local/cloud-id', async (context) => {
    const input = await readInput(context, cloudIdSchema);
    return context.json({ cloudID: services.oneTimeCodes.issueCloudId(personOf(context, input.openid), input.data) });
  });
}

/** What a person grants by a tap, and what the phone draws; the README of this package describes each. */
export function addPhone(app: Hono, services: CloudServices): void {
  addSubscriptions(app, services);
  addCodes(app, services);
  app.get('/local/cards', (context) => {
    const page = services.options.cardPage ?? defaultHomePage;
    const cards = services.options.demo?.cards?.(services.database) ?? [];
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
    if (text === '' || text.length > maxQrTextLength)
      throw new HTTPException(400, { message: `text: 1 to ${maxQrTextLength} characters` });
    return context.body(new Uint8Array(await drawQr(text, 430)), 200, { 'content-type': 'image/png' });
  });
}
