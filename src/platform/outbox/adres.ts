import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** How far messages may go: in production only over https and only to public addresses. */
export interface Adresregels {
  readonly alleenOpenbaar: boolean;
}

const MAX_LENGTH = 500;

/** Networks that are not the internet: this machine, this building, and what lies between. */
const INTERN = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  INTERN.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  INTERN.addSubnet(net, bits, 'ipv6');
}

/** True for an IP address outside the public internet. */
export function isIntern(ip: string): boolean {
  return INTERN.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
}

/** What is wrong with an address for messages, as a Dutch sentence; null when nothing is. */
export function bezwaarTegen(url: string, { alleenOpenbaar }: Adresregels): string | null {
  if (url.length > MAX_LENGTH || !URL.canParse(url)) return 'Dit is geen internetadres.';
  const { protocol, username, password, hash } = new URL(url);
  if (protocol !== 'https:' && (alleenOpenbaar || protocol !== 'http:')) {
    return 'Het adres moet met https beginnen.';
  }
  if (username !== '' || password !== '') return 'In het adres mag geen gebruikersnaam of wachtwoord staan.';
  if (hash !== '') return 'In het adres mag geen # staan.';
  const ip = ipOf(url);
  return alleenOpenbaar && ip !== null && isIntern(ip)
    ? 'Dit adres ligt niet op het openbare internet.'
    : null;
}

/** The address as an IP number, when it was written as one. */
export function ipOf(url: string): string | null {
  const host = new URL(url).hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(host) === 0 ? null : host;
}

/** The name leads to a network that messages must not reach. */
export class InternAdres extends Error {
  readonly code = 'INTERN_ADRES';
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * Looks a name up at the moment of connecting and refuses inner addresses then: a name that was fine when it was
 * registered can lead elsewhere later.
 */
export function openbareLookup(name: string, options: LookupOptions, found: Found): void {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    if (error !== null) {
      found(error, []);
      return;
    }
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => isIntern(address))) {
      found(new InternAdres('the name leads inside'), []);
    } else if (options.all === true) found(null, addresses);
    else found(null, first.address, first.family);
  });
}
