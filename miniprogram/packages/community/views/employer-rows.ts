import type { EmployerHolder, EmployerView } from '../../../contracts/employer';

export interface EmployerRow {
  readonly employerId: string;
  readonly name: string;
  readonly holders: readonly EmployerHolder[];
}

export function employerRow({ employerId, name, holders }: EmployerView): EmployerRow {
  return { employerId, name, holders };
}
