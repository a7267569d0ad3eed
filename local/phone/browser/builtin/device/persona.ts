import type { Host } from '../../host';
import { asRecord, asList, asText } from '../support/values';

/** What the local cloud knows of the WeChat user of this phone. */
export interface Persona {
  readonly name: string;
  readonly phoneNumber: string;
}

const unknownPersona: Persona = { name: '', phoneNumber: '' };

/**
 * Answers the persona with the phone's openid. Never rejects: without a network or such a persona, all fields are
 * empty.
 */
export async function currentPersona(host: Host): Promise<Persona> {
  try {
    const response = await host.request('/local/personas');
    if (!response.ok) return unknownPersona;
    const found = asList(await response.json())
      .map(asRecord)
      .find((persona) => persona['openid'] === host.settings.openid);
    return found === undefined
      ? unknownPersona
      : { name: asText(found['name']), phoneNumber: asText(found['phoneNumber']) };
  } catch {
    return unknownPersona;
  }
}
