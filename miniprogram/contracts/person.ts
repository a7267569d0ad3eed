import type { Hat, HatView } from './hat';

/** Who calls, as the server knows them. A caller without a login is `anonymous` and has no name. */
export interface SessionView {
  readonly personId?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly communityName?: string;
  readonly hats: readonly HatView[];
  /** The key of the hat in use. */
  readonly hat: string;
  readonly elder: boolean;
  readonly unread: number;
  /** How often somebody looked at the caller's phone number, as far as `mostLooks`; only where it was asked for. */
  readonly revealCount?: number;
}

/** Beyond these they are many. */
export const maxRevealCount = 20;

export interface RevealView {
  readonly at: string;
  readonly byName: string;
  readonly hat: Hat;
  readonly orderNumber: string;
}

export interface PersonApi {
  'person.getSession': { input: { countReveals?: boolean }; output: SessionView };
  'person.switchHat': { input: { hat: string; requestId: string }; output: SessionView };
  'person.saveSettings': { input: { elder: boolean; requestId: string }; output: SessionView };
  /**
   * Asked once, with its purpose: so that whoever helps can call back. `phoneCode` is WeChat's, verified by the server
   * and bound to the person who was imported with that number; a typed `phone` is called back before anybody is sent.
   */
  'person.register': {
    input: { token?: string; name?: string; phone?: string; phoneCode?: string; requestId: string };
    output: SessionView;
  };
  'person.listReveals': { input: { cursor?: string }; output: { reveals: readonly RevealView[]; next?: string } };
}
