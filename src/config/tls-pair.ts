import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';

/**
 * What is wrong with a certificate and its key, as a sentence that says what to do; null when a server can speak TLS with
 * them. Found at the start, and not by the first browser.
 */
export function faultInTlsPair(certificate: string, key: string): string | null {
  const first = attempt(() => new X509Certificate(certificate));
  if (first === null) return 'Zet in TLS_CERTIFICAAT een leesbaar certificaat (PEM).';
  const secret = attempt(() => createPrivateKey(key));
  if (secret === null) return 'Zet in TLS_SLEUTEL een leesbare sleutel (PEM, zonder wachtwoord).';
  if (!first.checkPrivateKey(secret))
    return 'Zet in TLS_SLEUTEL de sleutel die bij het eerste certificaat in TLS_CERTIFICAAT hoort.';
  if (attempt(() => createSecureContext({ cert: certificate, key })) === null)
    return 'Met TLS_CERTIFICAAT en TLS_SLEUTEL lukt TLS niet: de keten is onleesbaar of de sleutel te zwak.';
  return null;
}

function attempt<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
