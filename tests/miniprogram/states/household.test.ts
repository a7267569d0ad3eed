import { hats, sessionOf } from '../samples/sessions';
import { visitReplies } from '../samples/visits';
import { at, specifyStates } from './specify';

const worker = sessionOf(hats.gridWorker);

specifyStates([
  at({
    page: 'packages/household/households/households',
    title: 'households to visit',
    as: worker,
    endpoint: 'visit.listHouseholds',
    says: [
      '柳巷 12 号院 2 户',
      '独居',
      '王桂兰、曹嘉琪',
      '11 月 10 日 星期二 鲁翠莲去过\u00a0· 11 月 18 日 星期三没遇上',
      '晚了 4 天',
      '记走访',
    ],
    empty: { answer: { households: [] }, says: '还没有户归您走访' },
  }),
  at({
    page: 'packages/household/household/household',
    title: 'one household',
    query: { placeId: 'h1' },
    as: worker,
    endpoint: 'visit.getHousehold',
    says: [
      '11 月 25 日 星期三 鲁翠莲打算去',
      '租户',
      '搬走了',
      '登记谁搬来了',
      '11 月 12 日 10:00 赵慧敏听他说的',
      '他说不用记独居了',
      '他说一个人住',
      '晚上才在家',
      '等住户或者网格员点头',
      '改下次的日子',
    ],
  }),
  at({
    page: 'packages/household/move/move',
    title: 'who moved',
    query: { placeId: 'h1' },
    as: worker,
    endpoint: 'visit.getHousehold',
    answer: visitReplies['visit.getHousehold'],
    says: ['柳巷 12 号院 2 户', '租户、房主都登记', '登记'],
  }),
  at({
    page: 'packages/household/moves/moves',
    title: 'moves that wait',
    as: worker,
    endpoint: 'residence.list',
    says: [
      '尹小川',
      '164 **** 0071',
      '租户，11 月 20 日 星期五搬来',
      '任福贵登记的',
      '就是曹嘉琪（柳巷 12 号院 1 户）',
      '确认',
    ],
    empty: { answer: { moves: [] }, says: '没有等着看的' },
  }),
  at({
    page: 'packages/household/visits/visits',
    title: 'visits that wait for a word',
    as: worker,
    endpoint: 'visit.listToConfirm',
    says: ['任福贵说 11 月 20 日 星期五去过柳巷 12 号院 2 户', '是您家，您说了算', '没来过'],
    empty: { answer: { visits: [] }, says: '没有等您点头的' },
  }),
]);
