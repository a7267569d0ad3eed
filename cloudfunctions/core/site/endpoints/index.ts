import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { addSiteRecord } from './add-record';
import { answerCare } from './answer-care';
import { getSite } from './get';
import { getCircle } from './get-circle';
import { joinSiteRecord } from './join-record';
import { listSites } from './list';
import { listSiteLinks } from './list-links';
import { listSiteRecords } from './list-records';
import { registerAtSite } from './register';

/** Sites of couriers: the organisation behind each, who is registered, what was done, what is near. */
export const siteEndpoints = {
  'site.list': listSites,
  'site.get': getSite,
  'site.register': registerAtSite,
  'site.listLinks': listSiteLinks,
  'site.listRecords': listSiteRecords,
  'site.addRecord': addSiteRecord,
  'site.joinRecord': joinSiteRecord,
  'site.answerCare': answerCare,
  'site.getCircle': getCircle,
} satisfies Partial<Routes<Caller>>;
