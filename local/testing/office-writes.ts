/** What is entered on pages of offices, neighbours and stations, up to the touch that sends it. */
import type { Write } from './write';

export const officeWrites: readonly Write[] = [
  {
    name: 'approve-commendation',
    visit: 'commendation',
    before: ['定下名单'],
    tap: '定下',
    sends: 'recognition.approveCommendation',
  },
  { name: 'redeem', visit: 'rewards', tap: /^换/, sends: 'reward.redeem' },
  { name: 'give-up', visit: 'voucher', before: ['不要了，退回'], tap: '退回', sends: 'reward.cancel' },
  {
    ...{ name: 'stock', visit: 'stock', tap: '记进货', sends: 'reward.receive' },
    before: ['进货 洗衣液', { field: '整数', write: '3' }, { field: '元，比如 192.5', write: '30' }],
  },
  { name: 'handover', visit: 'handover', tap: '给他了', sends: 'reward.collect' },
  {
    ...{ name: 'good', visit: 'good', tap: '定下来', sends: 'reward.saveGood' },
    before: [{ field: '比如进价涨了', write: '进价涨了' }],
  },
  {
    ...{ name: 'place', visit: 'place-under', tap: '定下来', sends: 'place.save' },
    before: ['改名', { field: '照门牌上的写', write: '黄色网格二' }],
  },
  { name: 'leave', visit: 'leave', tap: '是，离开社区了', sends: 'person.leave' },
  { name: 'enrol', visit: 'enrolment', before: ['蓝色网格'], tap: '报到', sends: 'enrolment.request' },
  {
    ...{ name: 'enrol-group', visit: 'enrol-group', tap: '报到', sends: 'enrolment.addGroup' },
    before: [{ field: '姓名 电话', write: '何桂香 16400000777' }],
  },
  { name: 'member-hours', visit: 'member-hours', before: ['周六'], tap: '这段有空', sends: 'enrolment.setHours' },
  {
    ...{ name: 'write-visit', visit: 'household', tap: '记下', sends: 'visit.record' },
    before: ['记这次走访', '没遇上'],
  },
  {
    ...{ name: 'move-in', visit: 'move', tap: '登记', sends: 'residence.registerIn' },
    before: [{ field: '和身份证上一样', write: '何桂香' }, { field: '本人的手机、座机', write: '16400000777' }, '租户'],
  },
  { name: 'confirm-move', visit: 'moves', tap: '确认', sends: 'residence.decide' },
  { name: 'confirm-visit', visit: 'visits', tap: '来过', sends: 'visit.confirm' },
  { name: 'verify-station', visit: 'station', tap: '我看过了，都对', sends: 'station.verify' },
  { name: 'opening-hours', visit: 'hours', tap: '改成这样', sends: 'station.changeHours' },
  { name: 'site', visit: 'site', tap: '还在这里', sends: 'site.register' },
  {
    ...{ name: 'hand-over-sign', visit: 'signs', tap: '记下来', sends: 'station.handOverSign' },
    before: ['记下谁领走', { field: '姓名', write: '熊文斌' }],
  },
  { name: 'withheld', visit: 'withheld', tap: '可以公开', sends: 'order.moderate' },
  { name: 'exports', visit: 'exports', before: ['单子'], tap: '导出', sends: 'export.start' },
  { name: 'office', visit: 'setup-office', tap: '改成这样', sends: 'setup.changeOffice' },
  { name: 'records', visit: 'records', openid: 'courier-lv', tap: '我来', sends: 'site.joinRecord' },
  { name: 'ranking', visit: 'ranking', tap: '显示我', sends: 'recognition.saveChoice' },
  { name: 'thanks', visit: 'thanks', tap: '谢我的，写我的名字', sends: 'recognition.saveChoice' },
  {
    ...{ name: 'thank', visit: 'thank', tap: '交上去', sends: 'recognition.thank' },
    before: [{ field: '比如：灯修好了', write: '水管修好了，谢谢您跑了两趟' }],
  },
  {
    ...{ name: 'complain', visit: 'complain', tap: '交上去', sends: 'complaint.make' },
    before: ['一条建议', { field: '哪一天', write: '院里的灯晚上早点开' }],
  },
  { name: 'black-out-text', visit: 'own-texts', before: ['涂黑'], tap: '真的涂黑', sends: 'order.blackOutWords' },
  {
    ...{ name: 'complaint-answer', visit: 'complaints-received', tap: '交上去', sends: 'complaint.answer' },
    before: ['答复', { field: '怎么办的', write: '问过了，以后有人接' }],
  },
  { name: 'star', visit: 'star', tap: '计票', sends: 'recognition.decideStar' },
  { name: 'vacate', visit: 'posts', tap: '空出来', sends: 'post.assign' },
  { name: 'employer', visit: 'employers', tap: '收回牛晓东的帽子', sends: 'employer.revokeHat' },
  { name: 'boundary', visit: 'boundary', tap: '定下来', sends: 'place.save' },
  { name: 'enrolled', visit: 'enrolled-member', tap: '记错了，撤回一封公开信', sends: 'enrolment.tick' },
  { name: 'import', visit: 'import', tap: /^把 2 行写进去/, sends: 'import.apply' },
];
