import type {
  AppointmentView,
  HelperView,
  NoShowView,
  OrderSummary,
  OrderView,
} from '../../../../miniprogram/contracts/order';
import type { Appointment, Assignee, ListedOrder, NoShow, Order } from '../document/order';
import type { OrderActor } from '../rules/relations';
import { holdersOf, seatOf, seatsOf, waitingFor } from '../rules/seats';
import type { Visibility } from '../rules/visibility';
import { evidenceView, partyView, type PartReader } from './party-view';

type SeatSummary = Pick<OrderSummary, 'seats' | 'appointment' | 'arrived' | 'keptUntil' | 'waitingPlace'>;

/** What a list says of those who do an order, and of the reader's own seat. */
export function seatSummary(
  order: ListedOrder,
  { assignee, others }: Visibility,
  { personId }: OrderActor,
): SeatSummary {
  const { capacity, offers } = order;
  const own = seatOf(order, personId);
  const appointment = own ? own.appointment : assignee ? nextOf(holdersOf(order)) : undefined;
  const promised = offers.filter(({ state, keptUntil }) => state === 'open' && keptUntil !== undefined);
  const kept = promised.find((offer) => offer.personId === personId)?.keptUntil;
  const waitingPlace = waitingFor(order).findIndex((offer) => offer.personId === personId) + 1;
  return {
    ...(capacity > 1 && {
      seats: {
        ...{ capacity, held: holdersOf(order).length },
        ...(others && promised.length > 0 && { kept: promised.length }),
      },
    }),
    ...(order.status === 'accepted' && appointment && { appointment: appointmentView(appointment) }),
    ...(own?.arrivedAt && { arrived: true }),
    ...(kept && { keptUntil: kept.toISOString() }),
    ...(waitingPlace > 0 && { waitingPlace }),
  };
}

type SeatDetails = Pick<OrderView, 'helpers' | 'waitingNames' | 'noShows'>;

/** Everybody who does it, who waits for a seat, and who did not come. */
export function seatDetails(
  order: Order,
  visibility: Visibility,
  { actor, parts }: { readonly actor: OrderActor; readonly parts: PartReader },
): SeatDetails {
  const waitingNames = waitingFor(order).map(({ name }) => name);
  const noShows = order.noShows.filter(({ personId }) => visibility.others || personId === actor.personId);
  return {
    ...(order.capacity > 1 &&
      visibility.assignee && { helpers: seatsOf(order).map((seat) => helperView(seat, visibility, parts)) }),
    ...(visibility.others && waitingNames.length > 0 && { waitingNames }),
    ...(noShows.length > 0 && { noShows: noShows.map(noShowView) }),
  };
}

function helperView(seat: ReturnType<typeof seatsOf>[number], visibility: Visibility, parts: PartReader): HelperView {
  const party = partyView(seat, visibility.assigneePhone, visibility);
  return {
    ...party,
    ...(party.mayCall && { personId: seat.personId }),
    ...(seat.appointment && { appointment: appointmentView(seat.appointment) }),
    ...(seat.arrivedAt && { arrived: true }),
    ...(visibility.record && seat.evidence && { evidence: evidenceView(seat.evidence, seat.personId, parts) }),
  };
}

/** Of those who are still to come, whoever comes first. */
function nextOf(seats: readonly Assignee[]): Appointment | undefined {
  const ahead = seats.flatMap(({ appointment, arrivedAt, finishedAt }) =>
    appointment && !arrivedAt && !finishedAt ? [appointment] : [],
  );
  return ahead.sort((one, other) => one.from.getTime() - other.from.getTime())[0];
}

function appointmentView({ from, until }: Appointment): AppointmentView {
  return { from: from.toISOString(), until: until.toISOString() };
}

function noShowView({ personId, name, appeal, ...hours }: NoShow): NoShowView {
  const ruling = appeal?.ruling;
  return {
    personId,
    name,
    ...appointmentView(hours),
    ...(appeal && {
      appeal: {
        words: appeal.words,
        at: appeal.at.toISOString(),
        ...(ruling && { ruling: { lifted: ruling.lifted, reason: ruling.reason, at: ruling.at.toISOString() } }),
      },
    }),
  };
}
