import { exportLists, type ExportList, type PhoneForm } from '../../../../miniprogram/contracts/export';
import type { EndpointName } from '../../../../miniprogram/contracts/api';
import type { Hat } from '../../../../miniprogram/contracts/hat';
import type { Scope } from '../../access/permission-rows';

/** The endpoints on whose pages a list stands: who may call one of them may take it out, as far as it reaches. */
const shownBy: Readonly<Record<ExportList, readonly EndpointName[]>> = {
  residents: ['person.find'],
  members: ['enrolment.list'],
  posts: ['post.list'],
  orders: ['order.search', 'order.listQueue'],
  // Members of the vanguard read it on its page as far as it is theirs to do; only staff take it out.
  needs: ['order.search'],
  cards: ['card.list'],
  coverage: ['card.getCoverage'],
  // Of an employer's hat those who share it, of the branch's its own.
  reviewNumbers: ['review.listShared'],
  reviewTexts: ['review.listShared'],
  // What was approved follows from the months that they read.
  commendations: ['review.get'],
};

/** Lists of which the secretary may have whole numbers, for a reason. Whoever asked for an order stays masked. */
const wholeLists: readonly ExportList[] = ['residents', 'members', 'posts'];

type ExportScope = Extract<Scope, 'community' | 'grid' | 'branch' | 'employer' | 'none'>;
type ScopeOf = (hat: Hat, endpoint: EndpointName) => Scope;

/** How far a hat reaches in a list: a community, a grid, a branch, an employer's people, or not at all. */
export function exportScope(list: ExportList, hat: Hat, scopeOf: ScopeOf): ExportScope {
  const found = shownBy[list].map((endpoint) => scopeOf(hat, endpoint));
  if (found.includes('community')) return 'community';
  if (found.includes('grid')) return 'grid';
  if (found.includes('branch')) return 'branch';
  return found.includes('employer') ? 'employer' : 'none';
}

export function exportableLists(hat: Hat, scopeOf: ScopeOf): readonly ExportList[] {
  return exportLists.filter((list) => exportScope(list, hat, scopeOf) !== 'none');
}

export function mayShow(phones: PhoneForm, list: ExportList, hat: Hat): boolean {
  return phones === 'masked' || (hat === 'secretary' && wholeLists.includes(list));
}
