import { memberSkills } from '../../../contracts/skill';
import { teamLimits, type TeamView } from '../../../contracts/team';
import type { Chosen, Tapped } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import type { Refused } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as posts from '../../../services/post';
import * as teams from '../services/team';
import { refusalOf } from '../../../text/errors';
import type { Choice } from '../../../text/choice';
import { skillChoices } from '../../../text/person/skills';
import { nameApart } from '../../../text/person/name-apart';
import { teamProblems, teamRanks, teamSavedLine } from '../text/teams';
import {
  foundPeople,
  noTeamForm,
  teamFormFor,
  teamFormOf,
  teamInputOf,
  teamRow,
  withMember,
  withoutMember,
  type FoundPerson,
  type TeamForm,
  type TeamRow,
} from '../views/team-form';

interface Data extends PageData {
  rows: readonly TeamRow[];
  /** Whether the reader decides on teams. */
  mine: boolean;
  /** The names of the team that is open; of none where it is ''. */
  open: string;
  names: string;
  editing: boolean;
  form: TeamForm;
  skills: readonly Choice[];
  ranks: readonly Choice[];
  maxName: number;
  /** People of the community whose names begin as somebody typed. */
  found: readonly FoundPerson[];
  foundNote: string;
  busy: boolean;
}

const data: Data = {
  ...loadingPage(),
  rows: [],
  mine: false,
  open: '',
  names: '',
  editing: false,
  form: noTeamForm,
  skills: skillChoices(memberSkills),
  ranks: teamRanks,
  maxName: teamLimits.name,
  found: [],
  foundNote: '',
  busy: false,
};

interface TeamsPage extends PageWithParameters {
  data: Data;
  /** Whether the form for a section was opened; once a page. */
  isBegun: boolean;
  views: readonly TeamView[];
}

const noViews: readonly TeamView[] = [];
const noFound = { found: [], foundNote: '' };
const noForm = { editing: false, form: noTeamForm, ...noFound, problem: '' };

function refusalLine(refused: Refused): string {
  if (refused.code !== 'INVALID_INPUT') return refusalOf(refused);
  if (refused.field === 'vanguard') return teamProblems.vanguard;
  return refused.field === 'name' ? teamProblems.sameName : teamProblems.member;
}

/** Volunteers' teams and who leads them; secretary and committee decide on them. */
Page({
  data,
  ...record({
    read: (_page: TeamsPage) => teams.list(),
    draw({ teams: views, mine }, page): Partial<Data> {
      page.views = views;
      const { sectionId = '', sectionName = '' } = parameters(page);
      const isFounding = mine && sectionId !== '' && !page.isBegun;
      page.isBegun = true;
      return {
        ...(isFounding && { editing: true, form: teamFormFor(sectionId, sectionName) }),
        phase: views.length > 0 || mine ? 'ready' : 'empty',
        rows: views.map((view) => teamRow(view, mine)),
        mine,
      };
    },
    isEditing: ({ data: { editing } }) => editing,
  }),
  views: noViews,
  isBegun: false,
  typedName: '',
  async open(event: Tapped<{ team: string }>) {
    const { team: teamId } = event.currentTarget.dataset;
    const reply = await teams.list(teamId);
    if (!reply.ok) {
      showToast(refusalOf(reply));
      return;
    }
    const { members = [], mine } = reply.data;
    const view = reply.data.teams.find((one) => one.teamId === teamId);
    if (mine && view) this.setData({ ...noForm, editing: true, form: teamFormOf(view, members) });
    else this.setData({ open: teamId, names: members.map(nameApart).join('、') });
  },
  add() {
    this.setData({ ...noForm, editing: true });
  },
  leave() {
    this.setData(noForm);
  },
  change(form: TeamForm) {
    this.setData({ form, problem: '' });
  },
  writeName(event: Chosen) {
    this.change({ ...this.data.form, name: event.detail.value });
  },
  chooseSkill(event: Chosen) {
    const skill = memberSkills.find((one) => one === event.detail.value);
    if (skill !== undefined) this.change({ ...this.data.form, skill });
  },
  chooseVanguard(event: Chosen) {
    this.change({ ...this.data.form, vanguard: event.detail.value === 'vanguard' });
  },
  openNeeds() {
    wx.navigateTo({ url: routes.needs });
  },
  lead(event: Tapped<{ person: string }>) {
    this.change({ ...this.data.form, captainId: event.currentTarget.dataset.person });
  },
  remove(event: Tapped<{ person: string }>) {
    this.change(withoutMember(this.data.form, event.currentTarget.dataset.person));
  },
  type(event: Chosen) {
    this.typedName = event.detail.value;
  },
  async find() {
    const name = this.typedName.trim();
    if (name === '') return;
    const reply = await posts.findPeople(name);
    if (reply.ok) this.setData({ ...foundPeople(reply.data), problem: '' });
    else this.setData({ ...noFound, problem: refusalOf(reply) });
  },
  include(event: Tapped<{ person: string }>) {
    const member = this.data.found.find(({ personId }) => personId === event.currentTarget.dataset.person);
    if (member) this.change(withMember(this.data.form, { personId: member.personId, name: member.fullName }));
  },
  async save() {
    const input = teamInputOf(this.data.form);
    if ('problem' in input) {
      this.setData({ problem: input.problem });
      return;
    }
    const reply = await this.submit(() => teams.change(input), {
      draw: () => noForm,
      refuse: (refused) => ({ problem: refusalLine(refused) }),
    });
    if (!reply.ok) return;
    showToast(teamSavedLine);
    await this.load();
  },
});
