import type { KeptView, ResponsibleBody } from '../../../../miniprogram/contracts/privacy';
import { complaintPolicyOf } from '../../complaint/policy';
import { maskedPhone } from '../../person/phone';
import type { Person } from '../../person/person';
import type { Community } from '../../place/community';

/** What is kept about somebody, for themselves alone. Pure. */
export function keptView(person: Person): KeptView {
  const { name, phone, phoneSource, home, serves, memberClass, branchName, employer, skills, hours, free } = person;
  return {
    name,
    phone: maskedPhone(phone),
    isPhoneProved: phoneSource === 'wechat',
    ...(home && { homeLabel: home.label }),
    ...(serves && { servesLabel: serves.label }),
    ...(memberClass && { memberClass }),
    ...(branchName !== undefined && { branchName }),
    ...(employer !== undefined && { employer }),
    skills,
    hasHours: hours !== undefined || free.length > 0,
    agreed: {
      alone: person.alone === true,
      portrait: person.portrait !== undefined,
      centreHousehold: person.centreHousehold === true,
    },
    isVeteran: person.kinds.includes('veteran'),
    isVolunteer: person.kinds.includes('volunteer'),
  };
}

/** Who answers for what is kept: whom the community named, with its office, and by when it answers. Pure. */
export function bodyView(community: Community): ResponsibleBody {
  const { name, street, office, policy } = community;
  const { body = '', filingNumber = '' } = policy.privacy ?? {};
  return {
    ...{ name: body === '' ? name : body, street, phone: office.phone, address: office.address, filingNumber },
    complaintDays: complaintPolicyOf(community).answerWithinDays,
  };
}
