import cloud from 'wx-server-sdk';

/**
 * The parts of wx-server-sdk that we use, as it behaves with `throwOnNotFound: false`; its own types allow callbacks
 * that it ignores.
 */
export interface SdkDocument {
  get(): Promise<{ data: unknown }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
}

export interface SdkQuery {
  where(condition: object): SdkQuery;
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery;
  limit(most: number): SdkQuery;
  field(projection: Readonly<Record<string, boolean>>): SdkQuery;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

export interface SdkCollection extends SdkQuery {
  doc(id: string): SdkDocument & { field(projection: Readonly<Record<string, boolean>>): SdkDocument };
  add(options: { data: object }): Promise<{ _id: string }>;
  aggregate(): SdkAggregate;
}

export interface SdkAggregate {
  match(condition: object): SdkAggregate;
  limit(most: number): SdkAggregate;
  addFields(fields: object): SdkAggregate;
  project(fields: Readonly<Record<string, 0 | 1>>): SdkAggregate;
  lookup(
    join:
      | { from: string; localField: string; foreignField: string; as: string }
      | { from: string; let?: object; pipeline: unknown; as: string },
  ): SdkAggregate;
  end(): Promise<{ list: unknown[] }>;
}

/** The stages of a lookup's own pipeline; what `done` makes of them is opaque. */
export interface SdkPipeline {
  match(condition: object): SdkPipeline;
  sort(order: Readonly<Record<string, 1 | -1>>): SdkPipeline;
  limit(most: number): SdkPipeline;
  project(fields: Readonly<Record<string, 0 | 1>>): SdkPipeline;
  done(): unknown;
}

export interface SdkTransaction {
  collection(name: string): { doc(id: string): SdkDocument; add(options: { data: object }): Promise<{ _id: string }> };
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

/** Query and update commands; what they make is opaque. */
export interface SdkCommand {
  readonly aggregate: { pipeline(): SdkPipeline };
  in(values: readonly unknown[]): SdkPredicate;
  gt(value: unknown): SdkPredicate;
  gte(value: unknown): SdkPredicate;
  lt(value: unknown): SdkPredicate;
  lte(value: unknown): SdkPredicate;
  eq(value: unknown): SdkPredicate;
  neq(value: unknown): SdkPredicate;
  geoNear(around: { geometry: object; minDistance: number; maxDistance: number }): SdkPredicate;
  and(...parts: readonly object[]): object;
  or(parts: readonly object[]): object;
  set(value: unknown): object;
  remove(): object;
  inc(by: number): object;
  push(values: { each: readonly unknown[]; sort?: Readonly<Record<string, 1>>; slice?: number }): object;
}

export interface SdkPredicate {
  and(other: SdkPredicate): SdkPredicate;
}

export interface SdkDatabase {
  collection(name: string): SdkCollection;
  startTransaction(): Promise<SdkTransaction>;
  readonly command: SdkCommand;
}

export interface SdkFile {
  readonly fileID: string;
  readonly tempFileURL: string;
  readonly status: number;
}

export interface Sdk {
  database(config: { throwOnNotFound: boolean }): SdkDatabase;
  getTempFileURL(options: {
    fileList: readonly { fileID: string; maxAge: number }[];
  }): Promise<{ fileList: readonly SdkFile[] }>;
  downloadFile(options: { fileID: string }): Promise<{ fileContent?: Buffer }>;
  deleteFile(options: { fileList: readonly string[] }): Promise<unknown>;
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
  callFunction(options: { name: string; data: object }): Promise<{ result: unknown }>;
  getWXContext(): { readonly OPENID?: string | number; readonly SOURCE?: string };
  readonly openapi: {
    readonly security: {
      msgSecCheck(options: object): Promise<{ result?: { suggest?: string } }>;
      mediaCheckAsync(options: object): Promise<{ traceId?: string }>;
    };
    readonly phonenumber: {
      getPhoneNumber(options: object): Promise<{ phoneInfo?: { purePhoneNumber?: string; countryCode?: string } }>;
    };
    readonly wxacode: { getUnlimited(options: object): Promise<{ buffer?: Buffer }> };
    readonly subscribeMessage: { send(options: object): Promise<unknown> };
  };
}

/** Opens the cloud of the environment that the function runs in. */
export function openSdk(): Sdk {
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
  return cloud as unknown as Sdk;
}

/** A point as the SDK sends it; it knows no other form of it in a query. */
export function sdkPoint(longitude: number, latitude: number): object {
  return cloud.database().Geo.Point(longitude, latitude);
}
