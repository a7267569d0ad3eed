import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { changeStationHours } from './change-hours';
import { getStation } from './get';
import { handOverSign } from './hand-over-sign';
import { listStations } from './list';
import { listMyStations } from './list-mine';
import { listStationsNear } from './list-near';
import { listSigns } from './list-signs';
import { moveStation } from './move';
import { reportStation } from './report';
import { verifyStation } from './verify';
import { withdrawStation } from './withdraw';

/** Couriers' stations and friendly shops: where they are, when they are open, and what is wrong there. */
export const stationEndpoints = {
  'station.list': listStations,
  'station.listNear': listStationsNear,
  'station.get': getStation,
  'station.report': reportStation,
  'station.listMine': listMyStations,
  'station.changeHours': changeStationHours,
  'station.move': moveStation,
  'station.withdraw': withdrawStation,
  'station.verify': verifyStation,
  'station.listSigns': listSigns,
  'station.handOverSign': handOverSign,
} satisfies Partial<Routes<Caller>>;
