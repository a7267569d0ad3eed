import type { EndpointName } from '../../../miniprogram/contracts/api';
import { bookReaderHats, hats, neighbourHats, signedInHats, type Hat } from '../../../miniprogram/contracts/hat';

/**
 * How far a hat reaches in an endpoint. Each wider scope includes what is the caller's own. `branch`: what belongs to
 * the branch for which the hat acts (`branchOf`), and to no other of the community.
 */
export const scopes = [
  'none',
  'own',
  'household',
  'courtyard',
  'lane',
  'section',
  'grid',
  'branch',
  'community',
  'employer',
] as const;
export type Scope = (typeof scopes)[number];

/** One endpoint's row of the table: hat → scope. A hat that is not in it may not call. */
export type PermissionRow = Readonly<Partial<Record<Hat, Scope>>>;

/** A noun's rows, one for each of its endpoints. */
export type PermissionRows<Prefix extends string> = {
  readonly [Name in EndpointName as Name extends `${Prefix}.${string}` ? Name : never]: PermissionRow;
};

/** The same scope for each of these hats. */
export function each(who: readonly Hat[], scope: Scope): PermissionRow {
  return Object.fromEntries(who.map((hat) => [hat, scope]));
}

export const everybody: PermissionRow = each(hats, 'community');
export const evenVisitorsThemselves: PermissionRow = each(hats, 'own');
export const oneself: PermissionRow = each(signedInHats, 'own');
export const neighboursThemselves: PermissionRow = each(neighbourHats, 'own');
/** The administrator sets communities up, and is no part of what happens in them. */
export const gridStaff: PermissionRow = {
  gridWorker: 'grid',
  gridLeader: 'grid',
  committee: 'community',
  secretary: 'community',
};
export const bookReaders: PermissionRow = each(bookReaderHats, 'community');
