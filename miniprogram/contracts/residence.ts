/** Somebody moves into a household, or out of it. */
export const moveDirections = ['in', 'out'] as const;
export type MoveDirection = (typeof moveDirections)[number];

/** Whether they own where they live, or rent it. */
export const tenures = ['owner', 'tenant'] as const;
export type Tenure = (typeof tenures)[number];

/**
 * `asked`: the courtyard head registered it; nothing counts before the grid confirms. `withdrawn`: the head took it
 * back before that.
 */
export const moveStates = ['asked', 'confirmed', 'refused', 'withdrawn'] as const;
export type MoveState = (typeof moveStates)[number];

/** So many days back a move may be registered. */
export const moveDaysBack = 366;

/** Somebody who has the number of a newcomer already. */
export interface KnownPerson {
  readonly personId: string;
  readonly name: string;
  /** Where they live, as far as it is known. */
  readonly placeLabel?: string;
}

export interface MoveView {
  readonly moveId: string;
  readonly direction: MoveDirection;
  readonly state: MoveState;
  readonly name: string;
  /** Masked. */
  readonly phone: string;
  readonly tenure?: Tenure;
  readonly placeLabel: string;
  /** `2026-11-28` */
  readonly day: string;
  readonly askedBy: string;
  readonly at: string;
  readonly decidedBy?: string;
  readonly reason?: string;
  readonly mayDecide: boolean;
  /** The reader registered it, and nobody decided yet. */
  readonly mayWithdraw: boolean;
  /** Who has the number already; only where the reader decides. */
  readonly known?: readonly KnownPerson[];
}

export interface ResidenceApi {
  'residence.registerIn': {
    input: { placeId: string; name: string; phone: string; tenure: Tenure; day: string; requestId: string };
    output: MoveView;
  };
  'residence.registerOut': {
    input: { placeId: string; personId: string; day: string; requestId: string };
    output: MoveView;
  };
  /** What the reader registered, or what their grid decides on; newest first. */
  'residence.list': {
    input: { state: MoveState; cursor?: string };
    output: { moves: readonly MoveView[]; next?: string };
  };
  /** What the caller registered themselves and nobody decided on yet is taken back. */
  'residence.withdraw': { input: { moveId: string; requestId: string }; output: MoveView };
  /** `personId`: which of those with the number it is; `another`: none of them. */
  'residence.decide': {
    input: {
      moveId: string;
      agree: boolean;
      personId?: string;
      another?: boolean;
      reason?: string;
      requestId: string;
    };
    output: MoveView;
  };
}
