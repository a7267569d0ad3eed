/** The address of every page, with its query. */
import type { AlertNeed } from './contracts/alert';
import type { ComplaintList } from './contracts/complaint';
import type { SetupStep } from './contracts/setup';
import type { PointUnit } from './contracts/passbook';

export const tabs = {
  home: '/pages/home/home',
  orders: '/pages/orders/orders',
  passbook: '/pages/passbook/passbook',
  me: '/pages/me/me',
} as const;

/** Values are encoded; page/parameters.ts decodes them. */
function withQuery(page: string, query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? page : `${page}?${pairs.join('&')}`;
}

export const routes = {
  card: (token: string) => withQuery('/packages/resident/card/card', { scene: token }),
  /** `token`: of the card that says where the order is for; '' for none. */
  newOrder: (token = '') => withQuery('/packages/resident/new-order/new-order', token === '' ? {} : { token }),
  /** What cannot wait: numbers to call, and who is told. `token`: of the card in hand; '' for where one lives. */
  need: (need: AlertNeed, token = '') =>
    withQuery('/packages/resident/need/need', token === '' ? { need } : { need, token }),
  progress: (orderId: string) => withQuery('/packages/order/progress/progress', { orderId }),
  /**
   * `own`: where it would be if nothing were chosen; `token`: of the card that shows its places to somebody without a
   * login.
   */
  choosePlace: (query: { readonly own?: string; readonly token?: string } = {}) =>
    withQuery('/packages/resident/place/place', query),
  messages: '/packages/resident/messages/messages',
  reveals: '/packages/resident/reveals/reveals',
  identity: '/packages/resident/identity/identity',
  /** Where a mini-program that is too old is restarted. */
  restart: '/packages/resident/restart/restart',
  memberOrder: (orderId: string) => withQuery('/packages/order/order/order', { orderId }),
  assignMember: (orderId: string) => withQuery('/packages/order/assign-member/assign-member', { orderId }),
  wishes: '/packages/member/wishes/wishes',
  /** One month of a book, this one first. */
  slip: (personId: string, unit: PointUnit) => withQuery('/packages/passbook/slip/slip', { personId, unit }),
  /** Holds a printed slip against somebody's books. */
  checkSlip: (personId: string) => withQuery('/packages/passbook/check-slip/check-slip', { personId }),
  /** One's own enrolment as a working member, with the six items of the welcome. */
  enrolment: '/packages/enrolment/own/own',
  /** Who called for help in the reader's place. */
  alerts: '/packages/grid/alerts/alerts',
  /** Whom to ring because no message reaches them. */
  newsByPhone: '/packages/grid/news/news',
  triage: (orderId: string) => withQuery('/packages/grid/triage/triage', { orderId }),
  /** With `merge`, it is asked at once with which other one it goes together. */
  dispatch: (orderId: string, act: 'dispatch' | 'merge' = 'dispatch') =>
    withQuery('/packages/order/dispatch/dispatch', act === 'merge' ? { orderId, act } : { orderId }),
  /** What waits for a person to decide whether others read it; with an order, all that others may read of it. */
  withheld: (orderId = '') => withQuery('/packages/order/withheld/withheld', orderId === '' ? {} : { orderId }),
  /** Without a file, the first photo that the reader may black out a part of. */
  redact: (orderId: string, fileId = '') =>
    withQuery('/packages/order/redact/redact', { orderId, ...(fileId !== '' && { fileId }) }),
  /** What others would read of an order, before it is public. */
  preview: (orderId: string, capacity?: number) =>
    withQuery('/packages/order/preview/preview', { orderId, capacity: String(capacity ?? '') }),
  cards: '/packages/grid/cards/cards',
  /** With the place at which the next one is given out. */
  cardsAt: (placeId: string, placeLabel: string) => withQuery('/packages/grid/cards/cards', { placeId, placeLabel }),
  cardPrint: '/packages/grid/card-print/card-print',
  cardTasks: '/packages/grid/card-tasks/card-tasks',
  cardNumbers: '/packages/grid/card-numbers/card-numbers',
  /** One's own picture on the cards of one's grid. */
  portrait: '/packages/grid/portrait/portrait',
  intake: '/packages/grid/intake/intake',
  stations: '/packages/courier/stations/stations',
  station: (stationId: string) => withQuery('/packages/courier/station/station', { stationId }),
  stationHours: (stationId: string) => withQuery('/packages/courier/hours/hours', { stationId }),
  sites: '/packages/courier/sites/sites',
  site: (siteId: string) => withQuery('/packages/courier/site/site', { siteId }),
  hazard: (siteId = '') => withQuery('/packages/courier/hazard/hazard', siteId === '' ? {} : { siteId }),
  /** Where the fifteen minutes do not reach. */
  gap: '/packages/courier/gap/gap',
  /** Of one site, or of all. */
  siteRecords: (siteId = '') => withQuery('/packages/courier/records/records', siteId === '' ? {} : { siteId }),
  signs: '/packages/courier/signs/signs',
  /** Lists of an office that come in. */
  imports: '/packages/office/imports/imports',
  exports: '/packages/office/exports/exports',
  import: (importId: string) => withQuery('/packages/office/import/import', { importId }),
  trail: (orderId: string) => withQuery('/packages/order/trail/trail', { orderId }),
  enrolments: '/packages/enrolment/members/members',
  /** A member who asked, or is enrolled, as their grid sees them. */
  enrolledMember: (personId: string) => withQuery('/packages/enrolment/member/member', { personId }),
  /** A member's five parts; without `personId` one's own. */
  presence: (personId = '') => withQuery('/packages/enrolment/presence/presence', personId === '' ? {} : { personId }),
  enrolGroup: '/packages/enrolment/group/group',
  /** Households with the sign of a member's household. */
  centres: '/packages/enrolment/centres/centres',
  /** When one works and when one is free. */
  memberHours: '/packages/enrolment/hours/hours',
  enrolmentFunnel: '/packages/enrolment/funnel/funnel',
  /** Households that the reader looks after, and one of them. */
  households: '/packages/household/households/households',
  household: (placeId: string) => withQuery('/packages/household/household/household', { placeId }),
  /** Who moved in; with a person who moved out. */
  registerMove: (placeId: string, personId = '') =>
    withQuery('/packages/household/move/move', { placeId, ...(personId !== '' && { personId }) }),
  moves: '/packages/household/moves/moves',
  visitsToConfirm: '/packages/household/visits/visits',
  activities: '/packages/branch/activities/activities',
  activity: (activityId: string) => withQuery('/packages/branch/activity/activity', { activityId }),
  /** Where a member scans the host's code, at once. */
  signIn: withQuery('/packages/branch/sign-in/sign-in', { scan: 'now' }),
  /** The same with a code that another page's scanner read. */
  signInBy: (code: string) => withQuery('/packages/branch/sign-in/sign-in', { code }),
  /** Members of the branch who walked in elsewhere. */
  walkIns: '/packages/branch/walk-ins/walk-ins',
  reversals: '/packages/passbook/reversals/reversals',
  /** What two people write by hand, and one line of it. */
  grants: '/packages/passbook/grants/grants',
  grant: (personId: string, unit: PointUnit) => withQuery('/packages/passbook/grant/grant', { personId, unit }),
  alarms: '/packages/passbook/alarms/alarms',
  /** With a query the list that it names: the orders of a month that a figure counts. */
  search: (query: Readonly<Record<string, string>> = {}) => withQuery('/packages/desk/search/search', query),
  /** The community's month in figures, each of which opens its list. */
  brief: '/packages/desk/brief/brief',
  /** The needs ledger: what is wanted when. */
  needs: '/packages/grid/needs/needs',
  /** Several waiting orders go to one member or team. */
  dispatchTogether: '/packages/grid/dispatch-together/dispatch-together',
  policy: '/packages/desk/policy/policy',
  categories: '/packages/desk/categories/categories',
  teams: '/packages/branch/teams/teams',
  /** With a new team for a section. */
  teamFor: (sectionId: string, sectionName: string) =>
    withQuery('/packages/branch/teams/teams', { sectionId, sectionName }),
  /** Months of a branch, and one of them. */
  reviews: '/packages/review/reviews/reviews',
  /** Of the reader's own branch, or of another that they read. */
  review: (month: string, branchId = '') =>
    withQuery('/packages/review/month/month', { month, ...(branchId !== '' && { branchId }) }),
  /** What stands out in the books. */
  patterns: '/packages/review/patterns/patterns',
  /** Twelve months of a member; without `personId` one's own. */
  reviewYear: (personId = '') => withQuery('/packages/review/year/year', personId === '' ? {} : { personId }),
  /** Registration, points, review and exchange of a member; without `personId` one's own. */
  memberRecord: (personId = '') => withQuery('/packages/review/record/record', personId === '' ? {} : { personId }),
  /** Members who share their record with their employer. */
  sharedRecords: '/packages/review/shared/shared',
  /** Who is commended, and who has most points. */
  commendation: (branchId = '') =>
    withQuery('/packages/recognition/commendation/commendation', branchId === '' ? {} : { branchId }),
  ranking: '/packages/recognition/ranking/ranking',
  thanks: '/packages/recognition/thanks/thanks',
  thank: (orderId: string) => withQuery('/packages/recognition/thank/thank', { orderId }),
  star: '/packages/recognition/star/star',
  starInputs: (month: string) => withQuery('/packages/recognition/star-inputs/star-inputs', { month }),
  /** Who guides whom in the branch. */
  mentors: '/packages/party/mentors/mentors',
  /** The branches of the community, and who goes from one to another. */
  branches: '/packages/party/branches/branches',
  /** Visits at members' homes and cases of help; what the branch does for one member. */
  help: '/packages/party/help/help',
  helpMember: (personId: string) => withQuery('/packages/party/help-member/help-member', { personId }),
  /** What is kept about me; where to complain, and who answers. */
  kept: '/packages/privacy/kept/kept',
  ownTexts: '/packages/privacy/texts/texts',
  complaint: '/packages/privacy/complaint/complaint',
  /** `days`: within how many a complaint is answered. */
  complain: (days: number) => withQuery('/packages/privacy/complain/complain', { days: String(days) }),
  complaints: (list: ComplaintList) => withQuery('/packages/privacy/complaints/complaints', { list }),
  changes: '/packages/desk/changes/changes',
  books: '/packages/passbook/books/books',
  book: (personId: string, unit: PointUnit) => withQuery('/packages/passbook/book/book', { personId, unit }),
  verify: (unit: PointUnit) => withQuery('/packages/passbook/verify/verify', { unit }),
  /** What a courtyard head's points buy, and what they put aside. */
  rewards: '/packages/reward/rewards/rewards',
  voucher: (redemptionId: string) => withQuery('/packages/reward/voucher/voucher', { redemptionId }),
  stock: '/packages/reward/stock/stock',
  /** What a scanned voucher collects. */
  handover: (code: string) => withQuery('/packages/reward/handover/handover', { code }),
  /** Without an id a new thing of the catalogue. */
  good: (goodId = '') => withQuery('/packages/reward/good/good', goodId === '' ? {} : { goodId }),
  sheet: '/packages/reward/sheet/sheet',
  /** What lies under a place; without one the community as a whole. */
  places: (placeId = '') => withQuery('/packages/community/places/places', placeId === '' ? {} : { placeId }),
  /** The grids of the community on a map. */
  grids: '/packages/community/grids/grids',
  /** Where the outline of a grid is drawn. */
  boundary: (placeId: string) => withQuery('/packages/community/boundary/boundary', { placeId }),
  placesApart: (list: string) => withQuery('/packages/community/places/places', { list }),
  health: '/packages/community/health/health',
  findings: (kind: string) => withQuery('/packages/community/findings/findings', { kind }),
  posts: (placeId = '') => withQuery('/packages/community/posts/posts', placeId === '' ? {} : { placeId }),
  /** Where members work, and who wears the hat of each. */
  employers: '/packages/community/employers/employers',
  /** What becomes of what somebody has in hand when they leave. */
  leave: (personId: string) => withQuery('/packages/community/leave/leave', { personId }),
  /** Where the code of an empty environment is typed. */
  setupClaim: '/packages/setup/claim/claim',
  setupProgress: '/packages/setup/progress/progress',
  /** Where whoever stands in a list is known by their number. */
  register: '/packages/setup/register/register',
} as const;

/** The page that does a step of a community's setting up; a secretary is chosen there, and comes by their own phone. */
export const setupRoutes: Readonly<Record<SetupStep, string>> = {
  office: '/packages/setup/office/office',
  grids: routes.places(),
  places: routes.places(),
  posts: routes.posts(),
  secretary: routes.posts(),
  people: routes.imports,
  cards: routes.cards,
};

/** Where a row of the desk leads; the others are the orders' lists. */
export const deskRoutes: Readonly<Partial<Record<string, string>>> = {
  reversals: routes.reversals,
  reviews: routes.reviews,
  alarms: routes.alarms,
  withheld: routes.withheld(),
  vacancies: routes.findings('vacancy'),
  brief: routes.brief,
};
