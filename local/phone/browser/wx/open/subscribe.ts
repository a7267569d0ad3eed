import type { Host } from '../../host';
import { addButton, addChild, focusFirst, openLayer } from '../../builtin/overlay/layer';
import { asText } from '../../builtin/support/values';
import { ApiFailure, type Answer, type Options } from '../support/call';

/** At most 5, because WeChat accepts no more templates in one request. */
const maxTemplates = 5;

/** Answers the templates that the user ticked, or undefined if the user refused the whole request. */
function askForTemplates(host: Host, templateIds: readonly string[]): Promise<readonly string[] | undefined> {
  return new Promise((resolve) => {
    const finish = (accepted: readonly string[] | undefined): void => {
      layer.close();
      resolve(accepted);
    };
    const title = '给你发一次性消息';
    const layer = openLayer(host, {
      className: 'wx-sheet wx-permission wx-subscribe',
      label: title,
      dismiss: () => finish(undefined),
    });
    addChild(layer.element, 'div', 'wx-permission-title', title);
    const boxes = templateIds.map((templateId) => {
      const row = addChild(layer.element, 'label', 'wx-setting', `消息 ${templateId}`);
      const box = addChild(row, 'input', 'wx-setting-box');
      box.type = 'checkbox';
      box.checked = true;
      return box;
    });
    const answers = addChild(layer.element, 'div', 'wx-permission-answers');
    addButton(answers, 'wx-permission-refuse', '取消', () => finish(undefined));
    focusFirst(
      layer,
      addButton(answers, 'wx-permission-agree', '允许', () =>
        finish(templateIds.filter((_id, index) => boxes[index]?.checked === true)),
      ),
    );
  });
}

/** Carries out wx.requestSubscribeMessage: each accepted template lets the cloud send one message. */
export async function subscribe(host: Host, options: Options): Promise<Answer> {
  const given = options['tmplIds'];
  if (!Array.isArray(given) || given.length === 0) throw new ApiFailure("TmplIds can't be empty", { errCode: 10_001 });
  if (given.length > maxTemplates) throw new ApiFailure('Templates count out of max bounds', { errCode: 20_003 });
  const templateIds = [...new Set(given.map((id) => asText(id)))];
  const accepted = (await askForTemplates(host, templateIds)) ?? [];
  const rejected = templateIds.filter((id) => !accepted.includes(id));
  try {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ templateIds, rejected }),
    };
    const response = await host.request('/local/subscribe', init);
    if (!response.ok) throw new Error(`${response.status}`);
  } catch {
    throw new ApiFailure('Request subscribe fail', { errCode: 10_003 });
  }
  return Object.fromEntries(templateIds.map((id) => [id, accepted.includes(id) ? 'accept' : 'reject']));
}
