import type { Reply } from '../../../contracts/error';
import type { EmployerView } from '../../../contracts/employer';
import type { Chosen, Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { showToast } from '../../../page/toast';
import * as employers from '../services/employer';
import * as posts from '../../../services/post';
import { refusalOf } from '../../../text/errors';
import { grantedLine, revokedLine } from '../text/employers';
import { noneFound } from '../text/posts';
import { employerRow, type EmployerRow } from '../views/employer-rows';
import { personRow, type PersonRow } from '../views/post-rows';

interface Data extends ListData<EmployerRow> {
  /** The reader says who speaks for an employer. */
  mine: boolean;
  /** The employer for which somebody is sought; '' for none. */
  open: string;
  words: string;
  people: readonly PersonRow[];
}

const noForm = { open: '', words: '', people: [], problem: '' };
const data: Data = { ...loadingList(), mine: false, ...noForm };

const listed = pagedList({
  read: (_page: object, cursor) => employers.list(cursor),
  draw: (answer) => ({ lines: answer.employers.map(employerRow), mine: answer.mine, ...noForm }),
});

interface Holder {
  employer: string;
  person: string;
  name: string;
}

/** Where members work, and who wears the hat of each employer. */
Page({
  data,
  ...listed,
  openForm(event: Tapped<{ employer: string }>) {
    this.setData({ ...noForm, open: event.currentTarget.dataset.employer });
  },
  type(event: Chosen) {
    this.data.words = event.detail.value;
  },
  async find() {
    const words = this.data.words.trim();
    if (words === '') return;
    const reply = await posts.findPeople(words);
    const people = reply.ok ? reply.data.people.map(personRow) : [];
    const problem = reply.ok ? (people.length === 0 ? noneFound : '') : refusalOf(reply);
    this.setData({ words, people, problem });
  },
  async grant(event: Tapped<Holder>) {
    const { person, name } = event.currentTarget.dataset;
    await this.show(employers.grantHat(this.data.open, person), grantedLine(name));
  },
  async revoke(event: Tapped<Holder>) {
    const { employer, person, name } = event.currentTarget.dataset;
    await this.show(employers.revokeHat(employer, person), revokedLine(name));
  },
  async show(sent: Promise<Reply<EmployerView>>, line: string) {
    const reply = await sent;
    if (!reply.ok) {
      this.setData({ problem: refusalOf(reply) });
      return;
    }
    const changed = employerRow(reply.data);
    const lines = this.data.lines.map((one) => (one.employerId === changed.employerId ? changed : one));
    this.setData({ lines, ...noForm });
    showToast(line);
  },
});
