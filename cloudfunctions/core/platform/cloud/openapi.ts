import { messageTemplates, type MessageTemplate } from '../../../../miniprogram/contracts/message';
import { errorFields, type Log } from '../log';
import type { Openapi } from '../openapi';
import { openapiCode } from './errors';
import type { Sdk } from './sdk';

/** Kind of text for `msgSecCheck`: 2, what people post. */
const postScene = 2;
const photoKind = 2;
const noCredit = 43101;
/** The codes of a phone code that is wrong, used, out of date, or somebody else's. */
const badPhoneCodes = [40003, 40013, 40029, 40163, 47001];

/**
 * The ids that WeChat gave to the account's templates come from the function's environment; without one, the slot's own
 * name.
 */
function templateId(template: MessageTemplate): string {
  return process.env[`TEMPLATE_${template.toUpperCase().replace('-', '_')}`] ?? template;
}

/** Slots whose templates are long-term ones, by name and separated by commas. */
function longTermTemplates(): readonly string[] {
  return (process.env['TEMPLATE_LONG_TERM'] ?? '').split(',').map((name) => name.trim());
}

type Failed = (call: string, error: unknown) => void;

export function cloudOpenapi(sdk: Sdk, log: Log): Openapi {
  const failed: Failed = (call, error) => log.line('error', { event: 'openapi', openapi: call, ...errorFields(error) });
  return { ...contentChecks(sdk.openapi, failed), ...others(sdk.openapi, failed) };
}

function contentChecks(openapi: Sdk['openapi'], failed: Failed): Pick<Openapi, 'checkText' | 'checkPhoto'> {
  return {
    async checkText(openid, text) {
      try {
        const { result } = await openapi.security.msgSecCheck({ openid, scene: postScene, version: 2, content: text });
        if (result?.suggest === undefined) return 'unchecked';
        return result.suggest === 'pass' || result.suggest === 'review' ? result.suggest : 'refused';
      } catch (error) {
        failed('security.msgSecCheck', error);
        return 'unchecked';
      }
    },
    async checkPhoto(openid, fileUrl) {
      try {
        const { traceId } = await openapi.security.mediaCheckAsync({
          openid,
          scene: postScene,
          version: 2,
          mediaType: photoKind,
          mediaUrl: fileUrl,
        });
        return traceId === undefined ? 'unchecked' : { traceId };
      } catch (error) {
        failed('security.mediaCheckAsync', error);
        return 'unchecked';
      }
    },
  };
}

function others(openapi: Sdk['openapi'], failed: Failed): Omit<Openapi, 'checkText' | 'checkPhoto'> {
  return {
    async phoneNumber(openid, code) {
      try {
        const { phoneInfo } = await openapi.phonenumber.getPhoneNumber({ code, openid });
        return phoneInfo?.purePhoneNumber === undefined ? 'failed' : { phone: phoneInfo.purePhoneNumber };
      } catch (error) {
        if (badPhoneCodes.includes(openapiCode(error))) return 'refused';
        failed('phonenumber.getPhoneNumber', error);
        return 'failed';
      }
    },
    async cardCode(scene, page) {
      const { buffer } = await openapi.wxacode.getUnlimited({ scene, page, width: 430 });
      if (!buffer) throw new TypeError('wxacode.getUnlimited answered no picture.');
      return Buffer.from(buffer);
    },
    isLongTerm: (template) => longTermTemplates().includes(template),
    templateOf: (id) => messageTemplates.find((template) => templateId(template) === id),
    async send({ openid, template, page, data }) {
      try {
        const fields = Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }]));
        await openapi.subscribeMessage.send({ touser: openid, templateId: templateId(template), page, data: fields });
        return 'sent';
      } catch (error) {
        if (openapiCode(error) === noCredit) return 'no-credit';
        failed('subscribeMessage.send', error);
        return 'failed';
      }
    },
  };
}
