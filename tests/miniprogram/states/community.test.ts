import { at, specifyStates } from './specify';
import { placeReplies } from '../samples/places';
import { hats, sessionOf } from '../samples/sessions';

const keeper = sessionOf(hats.secretary);

specifyStates([
  at({
    page: 'packages/community/places/places',
    title: 'places of the community',
    as: keeper,
    endpoint: 'place.listChildren',
    says: ['蓝色网格', '谁担着哪个职务', '没有网格的店铺和设施', '添一处'],
    empty: { answer: { places: [] }, says: '下面还没有地方' },
  }),
  at({
    page: 'packages/community/posts/posts',
    title: 'posts at a place',
    query: { placeId: 'blue' },
    as: keeper,
    endpoint: 'post.list',
    answer: placeReplies['post.list'],
    says: ['党支部', '秦月华', '赵慧敏 担着', '12 月 1 日起换白雪', '上一位田广志', '添一个职务', '离开社区'],
  }),
  at({
    page: 'packages/community/employers/employers',
    title: 'where members work',
    as: keeper,
    endpoint: 'employer.list',
    says: ['市第一中学', '牛晓东', '收回', '市供电服务中心', '还没有人戴帽子', '请一位'],
    empty: { answer: { employers: [], mine: true }, says: '还没有单位' },
  }),
  at({
    page: 'packages/community/grids/grids',
    title: 'grids on the map and in words',
    as: keeper,
    endpoint: 'place.listGrids',
    says: ['蓝色网格', '斜线', '40 户', '办着 11 单', '网格长 空着', '每晚数一遍'],
    empty: { answer: { grids: [], mine: true }, says: '还没有网格' },
  }),
  at({
    page: 'packages/community/boundary/boundary',
    title: 'the outline of a grid',
    query: { placeId: 'blue' },
    as: keeper,
    endpoint: 'place.listGrids',
    says: ['蓝色网格', '点了 4 个角', '定下来'],
  }),
  at({
    page: 'packages/community/leave/leave',
    title: 'what becomes of what somebody has in hand',
    query: { personId: 'bai' },
    as: keeper,
    endpoint: 'person.previewLeave',
    says: ['白雪', '空出来的职务', '接了没办完的 1 单重新派人', '2611-048372'],
  }),
  at({
    page: 'packages/community/health/health',
    title: 'what is still to be put right',
    as: keeper,
    endpoint: 'finding.getCounts',
    says: ['空着的职务', '没有连心卡的院', '12', '每晚数一遍'],
  }),
  at({
    page: 'packages/community/findings/findings',
    title: 'vacancies',
    query: { kind: 'vacancy' },
    as: keeper,
    endpoint: 'finding.list',
    says: ['空着的职务', '蓝色网格', '网格员'],
    empty: { answer: { findings: [] }, says: '一处也没有' },
  }),
  at({
    page: 'packages/desk/brief/brief',
    title: "the month's figures",
    as: keeper,
    endpoint: 'brief.get',
    says: [
      '数到 11 月 28 日 9:00，一小时数一次',
      '群众急难事件',
      '等到期也没人说；不算满意，也不算不满意',
      '一半在 5 小时内，九成在 22 小时内（46 单）',
      '不到 5 单，不列',
      '红色网格',
      '数太小，不列',
      '4 场，到会 61 人次',
      '发了 210 分，冲掉 3 分',
      '打开简报，去打印',
    ],
  }),
]);
