/**
 * What a template's field may hold, by the type in its name (`thing1` → `thing`); the rules are those of WeChat's
 * page on sending subscription messages.
 */
export const messageFieldRules: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/u,
  short_thing: /^.{1,5}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  name: /^(?:[\p{Script=Han}\p{P}\p{S}]{1,10}|[A-Za-z\p{P}\p{S} ]{1,20})$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  number: /^-?\d{1,32}(?:\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[\p{P}\p{S}]{1,5}$/u,
  amount: /^[^\d]?-?\d{1,10}(?:\.\d+)?元?$/u,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^[\p{Script=Han}A-Z0-9]{1,8}$/u,
  date: /^\d{4}(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/,
  time: /^(?:\d{4}(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}) ?)?\d{1,2}:\d{2}(?::\d{2})?(?:~.+)?$/,
};
