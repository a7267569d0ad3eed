import type { MessageKind, MessageView } from '../../../contracts/message';
import { dayTime } from '../../../text/dates';
import { signedPoints } from '../../../text/passbook/points';

type Sentence = (message: MessageView) => string;

const about = (message: MessageView): string => (message.title === undefined ? '' : `“${message.title}”`);
/** `，最晚 11 月 24 日 10:05 派人`; '' where nothing is due. */
const due = ({ until }: MessageView, what: string): string =>
  until === undefined ? '' : `，最晚 ${dayTime(until)} ${what}`;
const clock = ({ until }: MessageView): string => (until === undefined ? '个时间' : ` ${dayTime(until)} `);
const by = (message: MessageView, instead: string): string => message.name ?? instead;

const earned = ({ points }: MessageView): string => (points === undefined ? '' : `，记了 ${signedPoints(points)} 分`);

const sentences: Record<MessageKind, Sentence> = {
  created: (message) => `${by(message, '一户居民')}点了一张单${about(message)}${due(message, '派人')}`,
  offered: (message) => `派给您一张单${about(message)}${due(message, '回个话')}`,
  published: (message) => `心愿${about(message)}挂出去了${due(message, '有人认领')}`,
  relisted: (message) => `心愿${about(message)}还没人圆，再挂一回${due(message, '有人认领')}`,
  expired: (message) => `心愿${about(message)}挂了几个周六没人认领，网格员来想办法${due(message, '派人')}`,
  'to-vouch': (message) => `院里有一项代办${about(message)}，等您先看看${due(message, '回个话')}`,
  'passed-on': (message) => `楼院长没回话，${about(message)}转给网格员来办${due(message, '派人')}`,
  dispatched: (message) => `${by(message, '网格员')}看过${about(message)}，派给了党员`,
  accepted: (message) => `${by(message, '一位党员')}接了${about(message)}`,
  declined: (message) => `${by(message, '一位党员')}去不了${about(message)}，再请一位`,
  'given-back': (message) => `${by(message, '一位党员')}接了${about(message)}又去不了了，再请一位`,
  returned: (message) => `${about(message)}原来请的人来不了，社区正在另请人${due(message, '有人接')}`,
  completed: (message) => `${by(message, '来帮忙的人')}说${about(message)}办好了，等您点头`,
  solved: (message) => `${about(message)}办好了`,
  closed: (message) => `${about(message)}收尾了`,
  reopened: (message) => `居民说${about(message)}还没解决，再去看看`,
  unsolved: (message) => `居民说${about(message)}还没解决，${by(message, '去的人')}会再去`,
  cancelled: (message) => `${by(message, '点单的人')}撤了${about(message)}，不用去了`,
  refused: (message) => `${about(message)}没能办成，点开看看该找谁`,
  merged: (message) => `${about(message)}和邻居点的并到一起办`,
  'made-private': () => '您说“算我一个”的一件事，邻居改成保密了。您也需要，就自己点一张',
  restored: (message) => `${about(message)}并过去的那张没办成，接着办${due(message, '派人')}`,
  relocated: (message) => `${about(message)}的地方改对了，归那边的网格管`,
  transferred: (message) => `${about(message)}转给别处接着办${due(message, '有答复')}`,
  answered: (message) => `${about(message)}转出去的那边答复了，点开看看`,
  'answer-soon': (message) => `${about(message)}转出去还没有答复，去催一催${due(message, '记下答复')}`,
  unanswered: (message) => `${about(message)}转出去，到点没有答复，到您这儿了`,
  question: (message) => `${about(message)}有句话问您，回了接着办${due(message, '回话')}`,
  replied: (message) => `${by(message, '点单的人')}回话了，${about(message)}接着办`,
  'not-replied': (message) => `${about(message)}没等到居民回话，时限又走起来了，接着办`,
  removed: (message) => `${about(message)}社区请别人接着办了，不用去了，点开看看为什么`,
  'due-soon': (message) => `${about(message)}快到点了，还没人去`,
  overdue: (message) => `${about(message)}到点没人去，到您这儿了`,
  unreached: (message) => `社区打电话没找到您，看看留的号码对不对${about(message) && `，${about(message)}等着派人`}`,
  'finish-soon': (message) => `${about(message)}快到点了，还没办好${due(message, '办好')}`,
  stalled: (message) => `${about(message)}有人接了，到点没办好，到您这儿了`,
  finished: (message) => `${by(message, '去的人')}说${about(message)}办好了，等居民点头`,
  'to-call': (message) => `${about(message)}办好了，等您打电话问一声居民${due(message, '问到')}`,
  'committee-to-call': (message) => `${about(message)}办好了，经手的人都不能问，请没经手的两委打电话问一声居民`,
  uncalled: (message) => `${about(message)}办好了，到点没人打电话问，到您这儿了`,
  unreachable: (message) => `${about(message)}办好了，打了几天都没找到点单的人${due(message, '收尾')}`,
  'lapse-soon': (message) => `${about(message)}办好了没有，等您点头${due(message, '收尾')}`,
  ruling: (message) => `${about(message)}退回来几次了，等您定`,
  reminded: (message) => `${by(message, '点单的人')}催了一下${about(message)}`,
  points: (message) => `${about(message)}记了 ${signedPoints(message.points ?? 0)} 分`,
  vouched: (message) => `您核实的${about(message)}办好了，记了 ${signedPoints(message.points ?? 0)} 分`,
  appointed: (message) => `${by(message, '来帮忙的人')}约好${clock(message)}来办${about(message)}`,
  'helper-left': (message) => `${about(message)}有一位来不了，其余的人照常`,
  'moved-away': (message) => `${about(message)}在办的人搬走了，要另请人`,
  'no-show': (message) => `您约了${clock(message)}去办${about(message)}，没等到您，单子放开了。记错了就点开说明`,
  'not-come': (message) => `${by(message, '约好的人')}没去办${about(message)}，名额放开了`,
  'seat-free': (message) => `${about(message)}空出一个名额，给您留着${due(message, '回个话')}`,
  'passed-over': (message) => `${about(message)}给您留的名额过了时候，问下一位了`,
  appealed: (message) => `${by(message, '一位党员')}说${about(message)}自己没失约，等您定`,
  'appeal-due': (message) => `${about(message)}有人说自己没失约，还等着您定`,
  'appeal-lifted': (message) => `书记看过了，${about(message)}那次不算您没到`,
  'appeal-upheld': (message) => `书记看过了，${about(message)}那次照旧，点开看看为什么`,
  'part-hidden': () => '您写的或拍的有一样没公开，点开看看为什么，不同意可以说一次',
  'part-shown': () => '您写的或拍的社区看过了，公开了',
  'hiding-kept': () => '另一位看过了，还是不公开，点开看看为什么',
  'hiding-appealed': () => '有一样没公开，写的人不同意，等您看看',
  'part-waiting': () => '有一样写的或拍的，等您看能不能公开，快到点了',
  'part-overdue': () => '有一样写的或拍的，到点没人看能不能公开，到您这儿了',
  reversal: (message) => `冲正好了：${about(message)}，${signedPoints(message.points ?? 0)} 分`,
  contested: (message) => `${by(message, '一位党员')}对${about(message)}那一笔有异议，等支部回话`,
  'to-sign': (message) => `${by(message, '支部')}提请冲正${about(message)}，等第二个人签字`,
  'roll-to-sign': (message) => `${by(message, '支部')}点完了${about(message)}的名，等第二个人签字记分`,
  'grant-to-sign': (message) =>
    `${by(message, '支部')}要给${message.title ?? '一位党员'}手工记 ${signedPoints(message.points ?? 0)} 分，等第二个人签字`,
  granted: (message) =>
    `${by(message, '支部')}给您手工记了 ${signedPoints(message.points ?? 0)} 分${about(message)}，不对就在存折里提异议`,
  opened: (message) =>
    `您老存折上的 ${signedPoints(message.points ?? 0)} 分转进来了，${by(message, '支部')}核对的，不对就在存折里提异议`,
  'grant-refused': (message) => `${by(message, '另一位管账的人')}没签您提的手工记分${about(message)}，点开看看为什么`,
  'points-expiring': (message) =>
    `您有 ${message.points ?? 0} 分快到期了${message.until === undefined ? '' : `，最晚用到 ${dayTime(message.until)}`}`,
  'points-expired': (message) => `有 ${message.points ?? 0} 分到期了，存折上记着是哪一笔`,
  'meeting-announced': (message) => `${by(message, '支部')}排了${about(message)}，${clock(message).trim()}`,
  'meeting-moved': (message) => `${about(message)}改到${clock(message)}，请过的假还算数`,
  'meeting-called-off': (message) => `${about(message)}取消了，谁的分都不动`,
  'leave-asked': (message) => `${by(message, '一位党员')}来不了${about(message)}，请假等您答复`,
  'leave-granted': (message) => `支部准了您${about(message)}的假`,
  'leave-declined': (message) => `您${about(message)}的假支部没准，还得到会`,
  'walk-in-asked': (message) => `${by(message, '一位党员')}去听了别的支部的${about(message)}，记不记分，等您答复`,
  'walk-in-agreed': (message) => `支部同意了，您去听的${about(message)}给您记分`,
  'walk-in-refused': (message) => `支部没同意，您去听的${about(message)}不记分，不明白就问支部`,
  'transfer-asked': (message) => `${by(message, '一个支部')}要把${message.title ?? '一位党员'}转到您的支部，等您答复`,
  'transfer-agreed': (message) => `${by(message, '一位党员')}转到${message.title ?? '新的支部'}了，以前记的账都还在`,
  'transfer-refused': (message) => `${message.title ?? '那边支部'}没接收${by(message, '一位党员')}，还在原来的支部`,
  'home-visit-due': (message) => `该去看看${message.title ?? '您走访的党员'}了，点开记一笔`,
  upheld: (message) => `您的异议支部看过了，${about(message)}这一笔照旧`,
  'login-released': () => '社区改正了电话，您不再连着别人的资料，自己提过的单子还在。请去「我的」补上名字',
  'new-login': () => '有一个新的微信用您的号码登上了。不是您，就给社区打电话',
  'to-confirm': (message) => `${by(message, '一位工作人员')}用新的微信登上了，等您认一认是不是本人`,
  'change-asked': (message) => `${by(message, '一户居民')}要改名字或号码，等您看过`,
  'erasure-asked': (message) => `${by(message, '有人')}要把存折里的名字和话抹掉，等您看过`,
  'change-approved': () => '社区看过了，您要改的改好了',
  'change-refused': () => '社区看过了，没给改，点开看看为什么',
  'goods-offered': (message) => `${about(message)}到货了，给您留着${due(message, '回个话')}`,
  'goods-collected': (message) => `${about(message)}领走了，${by(message, '社区')}给的`,
  'goods-released': (message) => `${about(message)}没领成，${message.points ?? 0} 分退回来了`,
  'forward-calls': (message) =>
    `${about(message)}的连心卡上还印着您的号码，有人打来请转给${by(message, '现在的网格员')}`,
  'enrolment-asked': (message) => `${by(message, '一位在职党员')}在网上报到，等您看过`,
  enrolled: (message) => `您报到到${message.title ?? '网格'}了，看看六个一还差哪几样`,
  'visit-help': (message) => `${by(message, '走访的人')}去看了${message.title ?? '一户'}，有事要帮一把`,
  'visit-asked': (message) => `${by(message, '楼院长')}说来看过您，是不是，点开说一声`,
  'visit-confirmed': (message) => `${by(message, '住户')}说您来走访过${message.title ?? ''}${earned(message)}`,
  'move-asked': (message) => `${by(message, '楼院长')}登记了${message.title ?? '一户'}的搬进搬出，等您看过`,
  'move-confirmed': (message) => `您登记的${by(message, '一位住户')}网格确认了${earned(message)}`,
  'move-refused': (message) => `您登记的${by(message, '一位住户')}没确认，点开看看为什么`,
  'moved-in': (message) => `社区登记您住在${message.title ?? '新的地方'}，不对就告诉网格员`,
  'moved-out': (message) => `社区登记您从${message.title ?? '原来的地方'}搬走了，不对就告诉网格员`,
  'alert-urgent': (message) => `${by(message, '有人')}有急事找您，在${message.title ?? '您的网格'}，先回个电话`,
  'alert-illness': (message) => `${by(message, '有人')}那里有人不舒服，在${message.title ?? '您的网格'}，先回个电话`,
  'enrolment-refused': () => '社区看过您的报到，没收下，点开看看为什么',
  'ledger-alarm': ({ name = '', sequence = 0, day = '' }) =>
    `账本报警：${name === '' ? '每日封存' : `${name}的存折`}${sequence > 0 ? `第 ${sequence} 笔` : ''}和 ${day} 的底账对不上，请支部和督查一起查`,
};

export function messageSentence(message: MessageView): string {
  return sentences[message.kind](message);
}
