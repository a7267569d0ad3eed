import {
  enrolmentChannels,
  freeChannels,
  type ChannelChoice,
  type EnrolmentChannel,
  type GridChoice,
} from '../../../miniprogram/contracts/enrolment';
import type { Community, GridAssignment } from '../place/community';
import type { PlaceRef } from '../place/place';

/** The name that a community gave a free channel; undefined for the four that are named for all. */
export function channelName({ policy }: Pick<Community, 'policy'>, channel: EnrolmentChannel): string | undefined {
  const free = freeChannels.find((one) => one === channel);
  const name = free && policy.enrolment?.[free];
  return name === '' ? undefined : name;
}

/** The channels that a community uses: the four, and those of its own that have a name. */
export function channelsInUse(community: Pick<Community, 'policy'>): readonly ChannelChoice[] {
  return enrolmentChannels.flatMap((channel): ChannelChoice[] => {
    const name = channelName(community, channel);
    if (name !== undefined) return [{ channel, name }];
    return freeChannels.some((free) => free === channel) ? [] : [{ channel }];
  });
}

/** A grid of the roster as it can be chosen. */
export function gridChoice({ gridId, name, colour }: GridAssignment): GridChoice {
  return { gridId, name, ...(colour && { colour }) };
}

/** A grid of the roster as people and enrolments carry it. */
export function gridRef({ gridId, name, path, colour }: GridAssignment): PlaceRef {
  return { placeId: gridId, path, label: name, gridId, gridName: name, ...(colour && { colour }) };
}
