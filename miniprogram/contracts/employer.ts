import type { NameApart } from './name-apart';

/** Where members work, as the lists that an office brings in name it. */
export interface EmployerView {
  readonly employerId: string;
  readonly name: string;
  /** Who wears its hat, or is about to. */
  readonly holders: readonly EmployerHolder[];
}

export interface EmployerHolder extends NameApart {
  readonly postId: string;
  readonly personId: string;
  readonly name: string;
}

export interface EmployerApi {
  /** By name; whoever wears an employer's hat reads that one alone. */
  'employer.list': {
    input: { cursor?: string };
    /** `mine`: the caller says who speaks for them. */
    output: { employers: readonly EmployerView[]; mine: boolean; next?: string };
  };
  /** Somebody wears the hat of an employer from now on; several may wear one. */
  'employer.grantHat': { input: { employerId: string; personId: string; requestId: string }; output: EmployerView };
  'employer.revokeHat': { input: { employerId: string; personId: string; requestId: string }; output: EmployerView };
}
