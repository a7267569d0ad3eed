import type { Faults } from '../observe/faults';
import { isFields, parseJson, type Fields } from '../values';
import type { ApiReply, ApiRequest, OpenApi, UploadedMedia } from './api';
import type { Handovers } from './one-time-codes';
import { decodeCloudIds, decodeRequest, encodeOpenData, encodeResponse, type OpenApiRequest } from './protobuf';

const NOT_FOUND = -604100;
const NO_PERMISSION = -604101;
const TIMED_OUT = -604102;

export interface Asker {
  /** name of the function that asks; a plain SDK has none */
  inside?: string | undefined;
  openid?: string | undefined;
  /** APIs that its config.json permits; undefined permits all */
  permitted?: readonly string[] | undefined;
  note(call: string): void;
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
    private readonly handovers: Handovers,
    private readonly faults: Faults,
    private readonly log: (line: string) => void,
  ) {}

  async handle(apiName: string, requestData: Buffer, asker: Asker): Promise<Buffer> {
    asker.note(`openapi ${apiName}`);
    const data = decodeRequest(requestData);
    if (data.svrkitData) return this.answerService(data.svrkitData.apiName, data.svrkitData.reqData);
    const api = this.apis[apiName];
    if (!api) return this.refuse(NOT_FOUND, `API not found: this cloud has no ${apiName}`);
    if (asker.permitted && !asker.permitted.includes(apiName)) {
      return this.refuse(
        NO_PERMISSION,
        `function has no permission to call this API: ${apiName} is not in permissions.openapi of config.json of ${asker.inside ?? 'the function'}`,
      );
    }
    const fault = this.faults.take(['openapi', 'timeout-before', 'timeout-after'], {
      label: `openapi ${apiName}`,
      inside: asker.inside,
      openid: asker.openid,
    });
    if (fault?.kind === 'timeout-before') return encodeResponse({ errorCode: TIMED_OUT });
    if (fault?.kind === 'openapi') return encodeReply({ json: { errcode: fault.errcode, errmsg: fault.errmsg } });
    const reply = await api({ ...readArguments(data), inside: asker.inside });
    if ('json' in reply && isFields(reply.json) && reply.json['errcode'] !== 0)
      asker.note(`openapi ${apiName}: ${String(reply.json['errcode'])}`);
    return fault ? encodeResponse({ errorCode: TIMED_OUT }) : encodeReply(reply);
  }

  private answerService(name: string, bytes: Buffer): Buffer {
    if (name !== 'ApiGetOpenDataByCloudId')
      return encodeResponse({ errorCode: this.complain(NOT_FOUND, `API not found: this cloud has no ${name}`) });
    const items = decodeCloudIds(bytes).map((cloudId) => ({
      cloudId,
      json: JSON.stringify(this.handovers.openData(cloudId)),
    }));
    return encodeResponse({ respData: encodeOpenData(items) });
  }

  /** The platform's own code in the reply's JSON, because the SDK drops every word from its other place. */
  private refuse(errcode: number, errmsg: string): Buffer {
    return encodeReply({ json: { errcode: this.complain(errcode, errmsg), errmsg } });
  }

  private complain(errorCode: number, message: string): number {
    this.log(`openapi: ${message}`);
    return errorCode;
  }
}
