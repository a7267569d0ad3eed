import type { Fields } from '../values';

/** What an open API answers: an object with WeChat's `errcode`, or bytes. */
export type ApiReply = { json: Fields } | { bytes: Buffer; contentType: string };

export interface UploadedMedia {
  filename: string;
  bytes: Buffer;
}

/** Arguments are snake_cased by the SDK; a buffer with a content type arrives as media. */
export interface ApiRequest {
  fields: Fields;
  media: Readonly<Record<string, UploadedMedia>>;
  /** the function that asks, when it is one */
  inside?: string | undefined;
}

export type OpenApi = (request: ApiRequest) => ApiReply | Promise<ApiReply>;

export const ok = (fields: Fields = {}): ApiReply => ({ json: { errcode: 0, errmsg: 'ok', ...fields } });

export const refuse = (errcode: number, errmsg: string): ApiReply => ({ json: { errcode, errmsg } });
