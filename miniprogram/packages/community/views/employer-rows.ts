import type { EmployerHolder, EmployerView } from '../../../contracts/employer';
import { nameApart } from '../../../text/person/name-apart';

export interface EmployerRow {
  readonly employerId: string;
  readonly name: string;
  readonly holders: readonly EmployerHolder[];
}

export function employerRow({ employerId, name, holders }: EmployerView): EmployerRow {
  const named = holders.map((one) => ({ postId: one.postId, personId: one.personId, name: nameApart(one) }));
  return { employerId, name, holders: named };
}
