/** The head of the first screen, and the resident's card on it. */
import type { HatView } from '../../contracts/hat';
import type { HomeBody } from '../../contracts/home';
import type { SessionView } from '../../contracts/person';
import { groupedPhone } from '../../contracts/written-phone';
import { callText, callTextElder, dutyLine, officeText, offDutyLine } from '../../text/card/call';
import { deskTitle, productName, welcome } from '../../text/home/home';
import { joinParts } from '../../text/join';
import { gridTitle, hatDetail, hatName } from '../../text/person/hats';
import { hatRow } from '../../views/person/hats';

export interface HomeHead {
  /** What the bar says at the left, and leads to the other hats. */
  readonly hat: string;
  readonly title: string;
  readonly line: string;
  readonly red: boolean;
  /** More than one hat to choose from. */
  readonly hasChoice: boolean;
}

export const noHead: HomeHead = { hat: '', title: '', line: '', red: false, hasChoice: false };

const currentHat = (session: SessionView): HatView | undefined => session.hats.find((hat) => hat.key === session.hat);

export function homeHead(session: SessionView, body: HomeBody, nowMs: number): HomeHead {
  const view = currentHat(session);
  const hat = view === undefined ? productName : hatName(view.hat);
  const hasChoice = session.hats.length > 1;
  if (body.for === 'member' && view !== undefined) {
    const line = joinParts(view.placeName, hatDetail(view));
    return { hat, title: welcome(session.name ?? '', nowMs), line, red: true, hasChoice };
  }
  const place = view === undefined ? '' : hatRow(view, session.hat).line;
  return {
    hat,
    title: body.for === 'desk' ? deskTitle : '',
    line: body.for === 'grid' || body.for === 'lane' ? gridTitle(place, view?.colour) : place,
    red: false,
    hasChoice,
  };
}

export interface HomeCard {
  readonly colour: string;
  readonly grid: string;
  readonly place: string;
  readonly worker: string;
  readonly duty: string;
  readonly offDuty: string;
  readonly phone: string;
  readonly call: string;
  readonly callElder: string;
  readonly officePhone: string;
  readonly office: string;
}

export function homeCard({
  colour,
  gridName,
  placeName,
  worker,
  onDuty,
  call,
  officePhone,
}: Extract<HomeBody, { for: 'resident' }>): HomeCard {
  return {
    colour: colour ?? '',
    grid: gridTitle(gridName, colour),
    place: placeName,
    worker: worker?.name ?? '',
    duty: dutyLine(onDuty),
    offDuty: offDutyLine(onDuty),
    phone: groupedPhone(call.phone),
    call: callText(call),
    callElder: callTextElder(call),
    officePhone: groupedPhone(officePhone),
    office: officeText(onDuty),
  };
}
