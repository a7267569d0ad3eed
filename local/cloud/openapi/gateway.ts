import type { Faults } from '../observe/faults';
import { isFields, parseJson, type Fields } from '../values';
import type { ApiReply, ApiRequest, OpenApi, UploadedMedia } from './api';
import type { OneTimeCodes } from './one-time-codes';
import { decodeCloudIds, decodeRequest, encodeOpenData, encodeResponse, type OpenApiRequest } from './protobuf';

const apiNotFound = -604100;
const apiNotPermitted = -604101;
const apiTimedOut = -604102;

export interface ApiCaller {
  /** Name of the function that asks; a plain SDK has none. */
  readonly inside?: string | undefined;
  readonly openid?: string | undefined;
  /** APIs that its config.json permits; undefined permits all. */
  readonly permitted?: readonly string[] | undefined;
  recordCall(call: string): void;
}

function readArguments(data: OpenApiRequest): Pick<ApiRequest, 'fields' | 'media'> {
  const fields: Fields = {};
  const media: Record<string, UploadedMedia> = {};
  for (const pair of data.openapiData?.pairs ?? []) {
    if (pair.filename !== '') media[pair.key] = { filename: pair.filename, bytes: pair.value };
    else fields[pair.key] = parseJson(pair.value.toString('utf8'));
  }
  return { fields, media };
}

function encodeReply(reply: ApiReply): Buffer {
  if ('bytes' in reply) return encodeResponse({ respData: reply.bytes, contentType: reply.contentType });
  return encodeResponse({
    respData: Buffer.from(JSON.stringify(reply.json)),
    contentType: 'application/json; charset=utf-8',
  });
}

/** `cloud.openapi.*` and `cloud.getOpenData`, as the bytes that the SDK sends and expects. */
export class OpenApiGateway {
  constructor(
    private readonly apis: Readonly<Record<string, OpenApi>>,
    private readonly oneTimeCodes: OneTimeCodes,
    private readonly faults: Faults,
    private readonly log: (line: string) => void,
  ) {}

  async handle(apiName: string, requestData: Buffer, caller: ApiCaller): Promise<Buffer> {
    caller.recordCall(`openapi ${apiName}`);
    const data = decodeRequest(requestData);
    if (data.svrkitData) return this.answerService(data.svrkitData.apiName, data.svrkitData.reqData);
    const api = this.apis[apiName];
    if (!api) return this.refuse(apiNotFound, `API not found: this cloud has no ${apiName}`);
    if (caller.permitted && !caller.permitted.includes(apiName)) {
      return this.refuse(
        apiNotPermitted,
        `function has no permission to call this API: ${apiName} is not in permissions.openapi ` +
          `of config.json of ${caller.inside ?? 'the function'}`,
      );
    }
    const fault = this.faults.take(['openapi', 'timeout-before', 'timeout-after'], {
      label: `openapi ${apiName}`,
      inside: caller.inside,
      openid: caller.openid,
    });
    if (fault?.kind === 'timeout-before') return encodeResponse({ errorCode: apiTimedOut });
    if (fault?.kind === 'openapi') return encodeReply({ json: { errcode: fault.errcode, errmsg: fault.errmsg } });
    const reply = await api({ ...readArguments(data), inside: caller.inside });
    if ('json' in reply && isFields(reply.json) && reply.json['errcode'] !== 0)
      caller.recordCall(`openapi ${apiName}: ${String(reply.json['errcode'])}`);
    return fault ? encodeResponse({ errorCode: apiTimedOut }) : encodeReply(reply);
  }

  private answerService(name: string, bytes: Buffer): Buffer {
    if (name !== 'ApiGetOpenDataByCloudId')
      return encodeResponse({ errorCode: this.warn(apiNotFound, `API not found: this cloud has no ${name}`) });
    const items = decodeCloudIds(bytes).map((cloudId) => ({
      cloudId,
      json: JSON.stringify(this.oneTimeCodes.openData(cloudId)),
    }));
    return encodeResponse({ respData: encodeOpenData(items) });
  }

  /** The platform's own code in the reply's JSON, because the SDK drops every word from its other place. */
  private refuse(errcode: number, errmsg: string): Buffer {
    return encodeReply({ json: { errcode: this.warn(errcode, errmsg), errmsg } });
  }

  private warn(errorCode: number, message: string): number {
    this.log(`openapi: ${message}`);
    return errorCode;
  }
}
