import type { Fields } from '../values';

/** What an open API answers: an object with WeChat's `errcode`, or bytes. */
export type ApiReply = { json: Fields } | { bytes: Buffer; contentType: string };

export interface UploadedMedia {
  readonly filename: string;
  readonly bytes: Buffer;
}

/** Arguments are snake_cased by the SDK; a buffer with a content type arrives as media. */
export interface ApiRequest {
  readonly fields: Fields;
  readonly media: Readonly<Record<string, UploadedMedia>>;
  /** The function that asks, when it is one. */
  readonly inside?: string | undefined;
}

export type OpenApi = (request: ApiRequest) => ApiReply | Promise<ApiReply>;

export function ok(fields: Fields = {}): ApiReply {
  return { json: { errcode: 0, errmsg: 'ok', ...fields } };
}

export function refuse(errcode: number, errmsg: string): ApiReply {
  return { json: { errcode, errmsg } };
}
