import protobuf from 'protobufjs';
import * as v from 'valibot';

/**
 * The messages that wx-server-sdk wraps an open API's request and reply in; field numbers as its own encoder has
 * them.
 */
const root = protobuf.parse(
  `syntax = "proto3";
  message Pair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated Pair pairs = 1; }
  message SvrkitApiData { string apiName = 1; bytes reqData = 2; }
  message Request { int32 apiType = 1; OpenApiData openapiData = 2; SvrkitApiData svrkitData = 4; string appid = 6; }
  message Response { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4;
    map<string, string> headers = 5; int32 svrkitErrorCode = 6; }
  message OpenDataRequest { repeated string cloudidList = 2; string appid = 3; }
  message OpenDataItem { string cloudId = 1; string json = 2; }
  message OpenDataResponse { repeated OpenDataItem dataList = 1; }`,
  { keepCase: true },
).root;

const buffer = v.pipe(
  v.instance(Uint8Array),
  v.transform((bytes) => Buffer.from(bytes)),
);
const requestSchema = v.object({
  openapiData: v.nullish(
    v.object({
      pairs: v.optional(
        v.array(v.object({ key: v.string(), value: buffer, contenttype: v.string(), filename: v.string() })),
        [],
      ),
    }),
  ),
  svrkitData: v.nullish(v.object({ apiName: v.string(), reqData: buffer })),
});
const openDataSchema = v.object({ cloudidList: v.optional(v.array(v.string()), []) });

export type OpenApiRequest = v.InferOutput<typeof requestSchema>;

function decode(type: string, bytes: Uint8Array): unknown {
  const found = root.lookupType(type);
  return found.toObject(found.decode(bytes), { bytes: Buffer, defaults: true, arrays: true });
}

function encode(type: string, value: object): Buffer {
  const found = root.lookupType(type);
  return Buffer.from(found.encode(found.fromObject(value)).finish());
}

/** @throws Error when the bytes are no such message */
export function decodeRequest(bytes: Uint8Array): OpenApiRequest {
  return v.parse(requestSchema, decode('Request', bytes));
}

export function decodeCloudIds(bytes: Uint8Array): string[] {
  return v.parse(openDataSchema, decode('OpenDataRequest', bytes)).cloudidList;
}

export function encodeOpenData(items: readonly { cloudId: string; json: string }[]): Buffer {
  return encode('OpenDataResponse', { dataList: items });
}

/** `errorCode` is the platform's own (-6041xx); an interface's `errcode` stands in the JSON of `respData`. */
export function encodeResponse(response: {
  respData?: Uint8Array;
  contentType?: string;
  errorCode?: number;
  svrkitErrorCode?: number;
}): Buffer {
  return encode('Response', { httpCode: 200, ...response });
}
