/** What the screens promise: each sentence stands here with the rule that keeps it, or with the test that holds it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  aTypedNumberIsCalledFirst,
  afterHoursTheDutyPhoneRings,
  itGoesUpToTheSecretary,
  minutesAreCountedAsSaid,
  newOrdersAndOffersAreNews,
  notSolvedGoesBack,
  returnsAreTold,
  theCircleIsFifteenMinutes,
  theFirstDispatchStartsTheTime,
  thePhoneIsMaskedButForTheParties,
  theRequesterHears,
  whatIsAcceptedIsDoneInTime,
  whoWasMergedHears,
} from './promise-rules';

const root = path.resolve(__dirname, '../..');

/** The rule that keeps a sentence, as a check, or the test that holds it. */
type Rule = (() => void) | `tests/${string}`;

const promises: Readonly<Record<string, Rule>> = {
  '${pattern.name} ${dayTime(pattern.at)} 起一小时里，手工提了 ${pattern.lines} 笔':
    'tests/core/passbook/patterns.test.ts',
  '邻居互相帮忙就会这样，到了上限的不记分': 'tests/functions/order/second-interest.test.ts',
  '本支部的党员去听别的支部的会，在这里等支部一句话': 'tests/functions/activity/sign-in.test.ts',
  '${entryDay(at, nowMs)} 的会没有记分，现在余 ${pointsText(balance)}': 'tests/functions/passbook/corrections.test.ts',
  '这里记的，只有管支部的人、走访帮扶的人和本人看得到': 'tests/functions/help/help.test.ts',
  '最晚 ${dayName(dueDay)}': 'tests/core/help/rules.test.ts',
  '定好了，到日子会提醒走访的人': 'tests/functions/help/help.test.ts',
  本人也看得到: 'tests/functions/help/help.test.ts',
  '社区看过，别人才看得到': 'tests/functions/recognition/thanks.test.ts',
  '照定下的考评排，书记定了支部看得到': 'tests/functions/recognition/commendation.test.ts',
  '一个月的考评定下以后，照规矩排出草稿，书记定了支部就看得到': 'tests/functions/recognition/commendation.test.ts',
  '这是草稿，您定了支部才看得到': 'tests/functions/recognition/commendation.test.ts',
  '这是草稿，书记定了支部才看得到': 'tests/functions/recognition/commendation.test.ts',
  '${leftOut} 人不列，为什么只有管账的人看得到': 'tests/functions/recognition/commendation.test.ts',
  '${name}本人看得到': 'tests/functions/review/reviews.test.ts',
  '写上了，本人看得到': 'tests/functions/review/reviews.test.ts',
  '党员本人在档案里点了头，单位才看得到': 'tests/functions/review/records.test.ts',
  '单位、社区和本人都看得到': 'tests/functions/review/records.test.ts',
  '没有微信的人，单子有了动静会排在这里': 'tests/functions/order/calls.test.ts',
  '有人接了，会来': 'tests/functions/order/calls.test.ts',
  '记下没解决了，会再去': notSolvedGoesBack,
  马上找人: 'tests/functions/alert/alerts.test.ts',
  '也马上告诉${who}': 'tests/functions/alert/alerts.test.ts',
  "${isKnown ? '对方会看到您的名字和电话' : '您没登录，对方只看到是哪一处的卡'}":
    'tests/functions/alert/alerts.test.ts',
  '${saturday}，那天过完还没结单就往上报': 'tests/core/order/rules/wish.test.ts',
  '最晚 ${dayTime(decideBy)} 定下来': 'tests/core/order/rules/decision-clock.test.ts',
  '楼院长先看，最晚 ${day(vouchBy)}': 'tests/core/order/rules/agency.test.ts',
  '等楼院长看，最晚 ${dayTime(vouchBy)}': 'tests/core/order/rules/agency.test.ts',
  '楼院长先看，最晚 ${dayTime(vouchBy)}': 'tests/core/order/rules/agency.test.ts',
  '楼院长最晚 ${dayTime(vouchBy)} 回话，到点没回话，就是网格员的': 'tests/core/order/rules/agency.test.ts',
  '事由，至少十个字，本人看得到': 'tests/functions/passbook/by-hand.test.ts',
  '签了字，${personName}的存折就记一笔 ${signedPoints(points)} 分，本人马上收到消息':
    'tests/functions/passbook/by-hand.test.ts',
  '什么也不记，这句话提的人看得到': 'tests/functions/passbook/by-hand.test.ts',
  '可以算在 31 天以内的哪一天，要另一个人签字，本人马上看得到': 'tests/core/passbook/rules/by-hand.test.ts',
  // The promises of an order: times come out of its terms.
  '写的人会看到理由，可以申诉一次，由另一位来定': 'tests/functions/order/moderation.test.ts',
  '上了会在这里，分先攒着': 'tests/functions/reward/redeeming.test.ts',
  '分和东西都退回去，这句话本人看得到': 'tests/functions/reward/redeeming.test.ts',
  '退了，分马上回来，东西给别人': 'tests/functions/reward/redeeming.test.ts',
  '最晚 ${day(dispatchBy)} 派人': 'tests/views/progress.test.ts',
  '最晚 ${day(acceptBy)} 有人接': 'tests/views/progress.test.ts',
  "${urgent ? '急事，' : ''}最晚 ${day(dispatchBy)} 派人": 'tests/core/order/rules/waits.test.ts',
  "${order.urgent ? '急事，' : ''}最晚 ${dayTime(dispatchBy)} 派人": 'tests/core/order/rules/waits.test.ts',
  '最晚 ${dayTime(acceptBy)} 有人接': 'tests/views/order-card.test.ts',
  '最晚 ${dayTime(acceptBy)} 要有人接': theFirstDispatchStartsTheTime,
  '最晚 ${dayTime(acceptBy)} 要有人接，退回来也还是这个点': theFirstDispatchStartsTheTime,
  '有空的，按党员自己报的八小时外的时间': 'tests/core/order/matching/needs.test.ts',
  '${year} 年的放假安排还没公布，先按 ${hours} 小时算': 'tests/core/order/rules/accept-by.test.ts',
  '或者到第几天末要有人接（0 就按小时）': 'tests/core/order/rules/accept-by.test.ts',
  '或者几个工作日内要有人接（0 就不按）': 'tests/core/order/rules/accept-by.test.ts',
  '派出去 ${withinText(promise)}要有人接': theFirstDispatchStartsTheTime,
  '最晚 ${dayTime(completeBy)} 要办好，到点没办好就往上报': whatIsAcceptedIsDoneInTime,
  '${callerLine(order)}最晚 ${dayTime(callBy)} 问到': 'tests/core/order/rules/waits.test.ts',
  '，最晚 ${dayTime(until)} ${what}': 'tests/functions/order/news.test.ts',
  '到点没人接，一级一级往上报，直到书记来管': itGoesUpToTheSecretary,
  '再没动静，就一级一级往上报': itGoesUpToTheSecretary,
  '${outside(order)}在办，最晚 ${day(order.answerBy)} 有答复': 'tests/views/progress.test.ts',
  '转给了${transferredTo}，最晚 ${dayTime(answerBy)} 有答复': 'tests/views/order-card.test.ts',
  '最晚 ${dayTime(answerBy)}': 'tests/core/order/rules/transfer.test.ts',
  '最晚 ${dayTime(answerBy)} 要有答复，到点没有就往上报': 'tests/core/order/rules/transfer.test.ts',
  '社区盯着，有了答复告诉您': 'tests/core/order/rules/transfer.test.ts',
  '最晚等到 ${day(replyBy)}，等着的时候不计时': 'tests/core/order/rules/question.test.ts',
  '等居民回话，最晚到 ${dayTime(replyBy)}': 'tests/core/order/rules/question.test.ts',
  '最晚等到 ${dayTime(replyBy)}，等着的时候不计时': 'tests/core/order/rules/question.test.ts',
  '换下来了，会请别人': 'tests/functions/order/together.test.ts',
  '他会收到消息，也看得到为什么': 'tests/functions/order/together.test.ts',
  // Who hears of what.
  '网格员正在看，派了就告诉您': theRequesterHears,
  '邻居点的单，您也算一个，办好了告诉您': theRequesterHears,
  '算上您了，办好了也告诉您': theRequesterHears,
  '交上去了，有动静告诉您': theRequesterHears,
  '好，下回有动静告诉您': 'tests/functions/events/grants.test.ts',
  '有了会在这里，也会发消息给您': newOrdersAndOffersAreNews,
  '并过去以后，那边办好了，这边的居民也会知道': whoWasMergedHears,
  '知道了，会请别人': returnsAreTold,
  '放下了，会请别人': returnsAreTold,
  '您自己去，或者说一声去不了，网格员会请别人': returnsAreTold,
  '会回到同一个人手里，书记也会知道': notSolvedGoesBack,
  '说过了，会接着办': notSolvedGoesBack,
  "居民说${about(message)}还没解决，${by(message, '去的人')}会再去": notSolvedGoesBack,
  '${helper(order)}接了，会来找您': whatIsAcceptedIsDoneInTime,
  '已经晚了 ${durationText(lateMs)}，还要有人接': theFirstDispatchStartsTheTime,
  // Numbers.
  '自己填的号码，社区会先回个电话再派人': aTypedNumberIsCalledFirst,
  '接了您的单的人和您，互相看得到号码': thePhoneIsMaskedButForTheParties,
  接了单的人看得到: thePhoneIsMaskedButForTheParties,
  '下班了，电话转值班': afterHoursTheDutyPhoneRings,
  // Stations and sites.
  '路程按直线的 1.3 倍算，骑车一分钟 250 米，走路 80 米': minutesAreCountedAsSaid,
  '15 分钟服务圈': theCircleIsFifteenMinutes,
  '${total} 个站点，${reached} 个 15 分钟内有开着的驿站': theCircleIsFifteenMinutes,
  照片里的位置信息不会传上去: 'tests/functions/order/photos.test.ts',
  '点一下就行，不用登录，管驿站的人马上知道': 'tests/functions/station/stations.test.ts',
  '改了，所有人马上看到': 'tests/functions/station/stations.test.ts',
  '位置只在您点的时候用一下，不会留下': 'tests/e2e/stations.test.ts',
  '报上去了，网格员会去看': newOrdersAndOffersAreNews,
  // Setting up, places, posts and what the community decides.
  '没人管，几小时后找网格员、网格长、书记': itGoesUpToTheSecretary,
  找会什么的人: 'tests/functions/order/categories.test.ts',
  '期限填数：小时 0.25 到 720，天数 1 到 90 的整数': 'tests/functions/order/categories.test.ts',
  派出去多久要有人接: theFirstDispatchStartsTheTime,
  两场隔多少分钟内算同一时候: 'tests/functions/place/deciding.test.ts',
  几小时内派人: 'tests/core/order/rules/categories.test.ts',
  几小时内有人接: 'tests/core/order/rules/categories.test.ts',
  几天内办好: 'tests/core/order/rules/categories.test.ts',
  '排到了，几小时内要回话': 'tests/functions/reward/stock.test.ts',
  记账后几天内能提异议: 'tests/functions/passbook/disputes.test.ts',
  '改好了，帽子几分钟里就换': 'tests/functions/place/assign-post.test.ts',
  '电话先转值班，请一位担起来': afterHoursTheDutyPhoneRings,
  '空出来了，电话先转值班': 'tests/functions/place/assign-post.test.ts',
  '空着，电话转值班': afterHoursTheDutyPhoneRings,
  '空着的时候，电话先转值班': afterHoursTheDutyPhoneRings,
  '接了没办完的 ${count} 单重新派人，居民和网格员都会知道': 'tests/functions/place/assign-post.test.ts',
  '链接复制好了，十分钟内在电脑上打开': 'tests/functions/import/people.test.ts',
  '再扫，会说不用了，让人打社区电话': 'tests/functions/card/ledger.test.ts',
  '管云环境的人部署好以后，会拿到一个开通码，一天之内有效': 'tests/functions/setup/first-use.test.ts',
  '改好了，每张卡上马上就是新的': 'tests/functions/setup/first-use.test.ts',
  // What stands where it is said to stand.
  '每天夜里对一遍账，对不上的会列在这里': 'tests/functions/jobs/reconcile.test.ts',
  '谁打的、打通没有，经过里都看得到': 'tests/functions/order/calls.test.ts',
  '约好了，居民看得到': 'tests/functions/order/appointments.test.ts',
  '书记会看，记错了就撤掉': 'tests/functions/order/appointments.test.ts',
  '为什么这么定，他本人看得到': 'tests/functions/order/appointments.test.ts',
  '楼院长的走访，几天内等人点头': 'tests/functions/visit/visits.test.ts',
  只有走访这一户的人看得到: 'tests/functions/visit/visits.test.ts',
  '您点头，为您办事的人才知道，也会多来看看': 'tests/functions/visit/visits.test.ts',
  '记下了，会多来看看您': 'tests/functions/visit/visits.test.ts',
  '您点头，照片才印在您那个网格的卡上，扫码也看得到': 'tests/functions/person/portrait.test.ts',
  '刚定的人，过十分钟再印': 'tests/e2e/first-use.test.ts',
  早报到过的不会再记一遍: 'tests/functions/enrolment/enrolment.test.ts',
  '等${gridName}看过，看过就告诉您': 'tests/functions/enrolment/enrolment.test.ts',
  这句话本人看得到: 'tests/functions/enrolment/enrolment.test.ts',
  '写一句，本人看得到': 'tests/functions/passbook/disputes.test.ts',
  '这一笔不变，这句话本人看得到': 'tests/functions/passbook/disputes.test.ts',
  居民会看到这句话: 'tests/functions/order/news.test.ts',
  每位居民都会看到这句话: 'tests/functions/order/news.test.ts',
  '居民会看到这句话，这张单就了结了': 'tests/functions/order/transfers.test.ts',
  '答复记下了，居民会看到': 'tests/functions/order/transfers.test.ts',
  '改成保密了，只有为您办事的人看得到': 'tests/functions/order/private-afterwards.test.ts',
  '居民会看到转给了谁，答复了来记下': 'tests/functions/order/news.test.ts',
  '接下来由这位队员去办，居民会看到名字': 'tests/functions/order/dispatching.test.ts',
  '旧卡再扫，会说换了新的': 'tests/functions/card/ledger.test.ts',
  '已自动存好，断网也不会丢': 'tests/e2e/drafts.test.ts',
  有新单会在这里: 'tests/functions/order/lists.test.ts',
  有新的会在这里: 'tests/functions/order/lists.test.ts',
  '办完的会在这里，想看随时看': 'tests/functions/order/lists.test.ts',
  '单子有动静，会写在这里': 'tests/functions/message/inbox.test.ts',
  '签好了，还在一笔一笔记，几分钟就记完': 'tests/functions/activity/large.test.ts',
  '请过的假还算数，该来的人都会收到消息': 'tests/functions/activity/plan.test.ts',
  '为什么来不了，只有支部看得到': 'tests/functions/activity/plan.test.ts',
  '谁的分都不动，该来的人都会收到消息': 'tests/functions/activity/plan.test.ts',
  '为什么取消，大家都看得到': 'tests/functions/activity/plan.test.ts',
  '安排了会在这里，点开看时间、地方': 'tests/functions/activity/activity.test.ts',
  '还没有记过账，第一笔会写在这里': 'tests/functions/passbook/books.test.ts',
  '有人提了异议，或者提请冲正，会在这里等人看': 'tests/functions/passbook/disputes.test.ts',
  '有人要改名字、号码，换了微信登录，或者要抹掉存折里的名字，会在这里等人看':
    'tests/functions/registration/changes.test.ts',
  '要换一个人签字才算数，原来那一笔不会改': 'tests/functions/passbook/disputes.test.ts',
  '每一笔都带着上一笔的校验码，中间改过、少过一笔，都会从那一笔起对不上':
    'tests/functions/passbook/rewritten-past.test.ts',
  '支部会看，看完回您话，这一行会写明结果': 'tests/functions/passbook/disputes.test.ts',
  '时间按整小时算，不满一小时算一小时': 'tests/core/statistics/sum-figures.test.ts',
  '${hours} 小时': 'tests/core/statistics/sum-figures.test.ts',
  '数到 ${dayTime(iso)}，一小时数一次': 'tests/functions/brief/brief.test.ts',
};

/** Words in which 会 is a meeting, a moment or a skill, and times that have passed. */
const otherMeanings = new RegExp(
  [
    '支部大会|到会|开会|开了会|会议|一会儿|那会儿|这会儿|会水电|会照看人|会开导人|会办登记|会这一样|不会$',
    '分钟前|小时前|Text\\} 分钟|inutes\\} 分钟|hoursText|minuteMs|^小时$|^分钟$',
  ].join('|'),
);
const promising =
  /会|一定|马上|立刻|小时|分钟|天内|\d 天|[两三七十]天|告诉您|直到|最晚|往上报|必须|要有人接|看得到$|看得到号码|转值班/;

/** Every sentence of a file, without its comments. */
function sentencesOf(file: string): readonly string[] {
  const text = readFileSync(path.join(root, file), 'utf8').replace(
    /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^\s*\/\/.*$/gm,
    '',
  );
  const found = file.endsWith('.wxml')
    ? [...text.matchAll(/>([^<{}]*)<|"([^"]*)"/g)]
    : [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)];
  return found
    .flatMap(([, first, second]) => (first ?? second ?? '').split(/[。；\n]/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\u4e00-\u9fff]/.test(sentence));
}

const files = execFileSync('git', ['ls-files', 'miniprogram/*.ts', 'miniprogram/*.wxml'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((file) => existsSync(path.join(root, file)));
const said = new Set(files.flatMap(sentencesOf).filter((one) => promising.test(one) && !otherMeanings.test(one)));

test('no screen promises what no rule keeps', () => {
  expect([...said].filter((sentence) => promises[sentence] === undefined)).toEqual([]);
});

test('no rule is named for what no screen says', () => {
  expect(Object.keys(promises).filter((sentence) => !said.has(sentence))).toEqual([]);
});

const checks = Object.entries(promises).flatMap(([sentence, rule]) =>
  typeof rule === 'string' ? [] : [[sentence, rule] as const],
);
test.each(checks)('%s', (_sentence, rule) => rule());

test('every test that is named is there', () => {
  const named = Object.values(promises).flatMap((rule) => (typeof rule === 'string' ? [rule] : []));
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});
