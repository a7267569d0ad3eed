import type { Host } from '../../host';
import { asBag, asList, asText } from '../support/values';

/** The WeChat user who holds the phone, as far as the local cloud knows one of that openid. */
export interface Persona {
  name: string;
  phoneNumber: string;
}

const nobody: Persona = { name: '', phoneNumber: '' };

/** Never rejects: without a network, or without personas, the holder is somebody whom nobody knows. */
export async function currentPersona(host: Host): Promise<Persona> {
  try {
    const response = await host.request('/local/personas');
    if (!response.ok) return nobody;
    const found = asList(await response.json())
      .map(asBag)
      .find((persona) => persona['openid'] === host.settings.openid);
    return found === undefined ? nobody : { name: asText(found['name']), phoneNumber: asText(found['phoneNumber']) };
  } catch {
    return nobody;
  }
}
