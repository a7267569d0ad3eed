import { limits } from '../../../contracts/limits';
import { groupLimit } from '../../../contracts/enrolment';
import { enrolmentChannels, type EnrolmentChannel } from '../../../contracts/enrolment';
import type { Chosen } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { record } from '../../../page/record';
import * as enrolments from '../services/enrolment';
import type { Choice } from '../../../text/choice';
import { channelText } from '../text/enrolment';
import { outcomeRows, readGroup, type OutcomeRow } from '../views/group-lines';

interface Data extends PageData {
  maxWords: number;
  channels: readonly Choice[];
  channel: EnrolmentChannel;
  grids: readonly Choice[];
  gridId: string;
  words: string;
  results: readonly OutcomeRow[];
  busy: boolean;
}

const data: Data = {
  ...loadingPage(),
  channels: [],
  channel: 'group',
  grids: [],
  gridId: '',
  words: '',
  results: [],
  busy: false,
  maxWords: groupLimit * (limits.personName + limits.typedPhone),
};

const choices = record({
  read: () => enrolments.getFunnel(),
  draw: ({ channels, grids }, page: { data: Data }) => {
    const own = grids.filter(({ mayEnrol }) => mayEnrol).map(({ gridId, name }) => ({ value: gridId, text: name }));
    return {
      channels: channels
        .filter(({ channel }) => channel !== 'online')
        .map((choice) => ({ value: choice.channel, text: channelText(choice) })),
      grids: own,
      gridId: page.data.gridId || (own.length === 1 ? (own[0]?.value ?? '') : ''),
    };
  },
  isEditing: ({ data: { words } }: { data: Data }) => words !== '',
});

/** Several members are enrolled at once in one grid: a name and a number each. */
Page({
  data,
  ...choices,
  chooseChannel(event: Chosen) {
    const channel = enrolmentChannels.find((known) => known === event.detail.value);
    if (channel !== undefined) this.setData({ channel });
  },
  chooseGrid(event: Chosen) {
    this.setData({ gridId: event.detail.value });
  },
  write(event: Chosen) {
    this.setData({ words: event.detail.value, problem: '' });
  },
  async enrol() {
    const { channel, gridId, words } = this.data;
    const group = readGroup(words);
    if (!group.ok) {
      this.setData({ problem: group.problem });
      return;
    }
    await this.submit(() => enrolments.addGroup({ channel, gridId, members: group.members }), {
      draw: ({ outcomes }) => ({
        words: '',
        results: outcomeRows(group.members, outcomes),
      }),
    });
  },
});
