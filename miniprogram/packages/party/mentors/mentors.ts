import type { Reply } from '../../../contracts/error';
import type { MentorPerson } from '../../../contracts/mentor';
import type { Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import * as mentors from '../services/mentor';
import { refusalOf } from '../../../text/errors';
import { nameApart } from '../../../text/person/name-apart';
import { assignedLine, mentorRule, releasedLine } from '../text/mentors';
import { candidatesFor, mentorRow, type Candidate, type MentorRow } from '../views/mentor-rows';

interface Data extends PageData {
  rule: string;
  rows: readonly MentorRow[];
  /** Young members whom nobody guides. */
  without: readonly MentorPerson[];
  /** The reader says who guides whom. */
  mine: boolean;
  /** The mentor for whom somebody is sought; '' for none. */
  open: string;
  /** Whom they could guide: who has nobody first, then who is with somebody else. */
  candidates: readonly Candidate[];
  refused: string;
}

const closed = { open: '', candidates: [], refused: '' };
const data: Data = { ...loadingPage(), rule: mentorRule, rows: [], without: [], mine: false, ...closed };

const shown = record({
  read: () => mentors.list(),
  draw: (answer): Partial<Data> => ({
    phase: answer.mentors.length === 0 && answer.without.length === 0 ? 'empty' : 'ready',
    rows: answer.mentors.map(mentorRow),
    without: answer.without.map((one) => ({ personId: one.personId, name: nameApart(one) })),
    mine: answer.mine,
  }),
});

interface Chosen {
  mentor: string;
  person: string;
  name: string;
}

/** Who guides whom in the branch (S3-08). */
Page({
  data,
  ...shown,
  /** One change at a time. */
  isBusy: false,
  openMentor(event: Tapped<{ mentor: string }>) {
    const open = event.currentTarget.dataset.mentor;
    this.setData({ ...closed, open, candidates: candidatesFor(open, this.data.rows, this.data.without) });
  },
  async assign(event: Tapped<Chosen>) {
    const { mentor, person, name } = event.currentTarget.dataset;
    const mentorName = this.data.rows.find(({ personId }) => personId === mentor)?.name ?? '';
    await this.change(() => mentors.assign(mentor, person), assignedLine(mentorName, name));
  },
  async release(event: Tapped<Chosen>) {
    const { person, name } = event.currentTarget.dataset;
    await this.change(() => mentors.release(person), releasedLine(name));
  },
  /** All anew afterwards: it moves somebody from one list to another. */
  async change(write: () => Promise<Reply<unknown>>, line: string) {
    if (this.isBusy) return;
    this.isBusy = true;
    const reply = await write();
    this.isBusy = false;
    if (!reply.ok) {
      this.setData({ refused: refusalOf(reply) });
      return;
    }
    await this.load(closed);
    showToast(line);
  },
});
