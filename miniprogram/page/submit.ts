/** Sends what somebody entered, and shows the answer in the page. */
import type { Reply } from '../contracts/error';
import { refusalOf } from '../text/errors';
import { savingOf } from './unsaved';

export type Refused = Extract<Reply<unknown>, { readonly ok: false }>;

/** What could not even be sent, and why. */
export interface Unsent {
  readonly ok: false;
  readonly problem: string;
}

export type Sent<Written> = Reply<Written> | Unsent;

export interface SubmitOptions<Written> {
  /** What the answer puts into `data`; without it the page stays busy, as one that is about to be left. */
  draw?(written: Written): object;
  /** What a refusal puts into `data`; without it, its sentence. */
  refuse?(refused: Refused): object | Promise<object>;
}

type Problem = 'problem' | 'sheetProblem';

function changeOf(
  failed: Refused | Unsent,
  problem: Problem,
  refuse: SubmitOptions<never>['refuse'],
): object | Promise<object> {
  if ('problem' in failed) return { [problem]: failed.problem };
  return refuse === undefined ? { [problem]: refusalOf(failed) } : refuse(failed);
}

/** `problem` names the field of `data` that says why it was refused. At most two setData: under way, and answered. */
export async function submitTo<Written>(
  page: { setData(change: object): void },
  problem: Problem,
  write: () => Promise<Sent<Written>>,
  { draw, refuse }: SubmitOptions<Written> = {},
): Promise<Sent<Written>> {
  page.setData({ busy: true, [problem]: '' });
  const saved = savingOf();
  const reply = await write();
  if (reply.ok) saved();
  if (!reply.ok) {
    page.setData({ busy: false, ...(await changeOf(reply, problem, refuse)) });
  } else if (draw !== undefined) page.setData({ busy: false, ...draw(reply.data) });
  return reply;
}

/** For a page that says beside what it shows why something was refused. */
export const submitHandlers = {
  submit<Written>(
    this: { setData(change: object): void },
    write: () => Promise<Sent<Written>>,
    options: SubmitOptions<Written> = {},
  ): Promise<Sent<Written>> {
    return submitTo(this, 'problem', write, options);
  },
};
