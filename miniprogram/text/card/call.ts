/** Whom a card calls. */
interface Call {
  readonly to: 'worker' | 'duty';
  readonly name: string;
}

/** On the large button. */
export function callText({ to, name }: Call): string {
  return to === 'worker' ? `打给${name}` : '打给社区值班';
}

/** About an order: after hours it says why another answers. */
export function ringText(call: Call): string {
  return call.to === 'worker' ? callText(call) : `下班了，${callText(call)}`;
}

/** In elder mode, where a line holds less. */
export function callTextElder(call: Call): string {
  return call.to === 'worker' ? callText(call) : '打给值班';
}

/** In elder mode that nobody is on duty, and why the button rings another; '' where the worker answers. */
export function offDutyLine(isOnDuty: boolean): string {
  return isOnDuty ? '' : dutyLine(false);
}

/** On the button that rings the office: after hours nobody answers there. */
export function officeText(isOnDuty: boolean): string {
  return isOnDuty ? '社区办公室' : '社区办公室（下班了）';
}

export function dutyLine(isOnDuty: boolean): string {
  return isOnDuty ? '在岗' : '下班了，电话转值班';
}
