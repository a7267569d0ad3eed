import type { Reply } from '../../../contracts/error';
import type { MentorPerson } from '../../../contracts/mentor';
import type { Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import * as mentors from '../../../services/mentor';
import { refusalOf } from '../../../text/errors';
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
  busy: boolean;
  refused: string;
}

const closed = { open: '', candidates: [], busy: false, refused: '' };
const data: Data = { ...loadingPage(), rule: mentorRule, rows: [], without: [], mine: false, ...closed };

const shown = record({
  read: () => mentors.list(),
  draw: (answer): Partial<Data> => ({
    phase: answer.mentors.length === 0 && answer.without.length === 0 ? 'empty' : 'ready',
    rows: answer.mentors.map(mentorRow),
    without: answer.without,
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
  /** One change at a time, and then all anew: it moves somebody from one list to another. */
  async change(write: () => Promise<Reply<unknown>>, line: string) {
    if (this.data.busy) return;
    this.data.busy = true;
    const reply = await write();
    this.data.busy = false;
    if (!reply.ok) {
      this.setData({ refused: refusalOf(reply) });
      return;
    }
    await this.load(closed);
    showToast(line);
  },
});
