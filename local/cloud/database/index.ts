/** The database behind the unmodified wx-server-sdk. */
export type * from './types'
