/** The database behind the unmodified wx-server-sdk. */
export { DatabaseError } from './errors';
export { openDatabase } from './engine';
export type * from './types';
