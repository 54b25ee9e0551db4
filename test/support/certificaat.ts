import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A certificate and its key (PEM), made for one test and known to nobody else. */
export interface Certificaat {
  readonly certificaat: string;
  readonly sleutel: string;
}

/** DER: the kind of a value, the number of bytes, and what is in it. */
function value(kind: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([kind, ...length]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => value(0x30, ...parts);
const set = (...parts: readonly Buffer[]): Buffer => value(0x31, ...parts);
const oid = (hex: string): Buffer => value(0x06, Buffer.from(hex, 'hex'));
const bits = (content: Buffer): Buffer => value(0x03, Buffer.from([0]), content);
const moment = (text: string): Buffer => value(0x17, Buffer.from(text));

const COMMON_NAME = '550403';
const ALTERNATIVE_NAMES = '551d11';
const ECDSA_WITH_SHA256 = '2a8648ce3d040302';
const LOCALHOST = Buffer.from([127, 0, 0, 1]);

/** What is signed, in the order of RFC 5280, 4.1: an X.509 v3 certificate for 127.0.0.1 that vouches for itself. */
function signedPart(publicKey: KeyObject): Buffer {
  const name = sequence(set(sequence(oid(COMMON_NAME), value(0x0c, Buffer.from('proef')))));
  const address = sequence(value(0x87, LOCALHOST));
  return sequence(
    value(0xa0, value(0x02, Buffer.from([2]))),
    value(0x02, Buffer.from([1]), randomBytes(8)),
    sequence(oid(ECDSA_WITH_SHA256)),
    name,
    sequence(moment('200101000000Z'), moment('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    value(0xa3, sequence(sequence(oid(ALTERNATIVE_NAMES), value(0x04, address)))),
  );
}

/** A certificate for 127.0.0.1, signed with its own key. Node makes keys and no certificates; a machine may lack openssl. */
export function maakCertificaat(): Certificaat {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const part = signedPart(publicKey);
  const der = sequence(part, sequence(oid(ECDSA_WITH_SHA256)), bits(sign('sha256', part, privateKey)));
  const lines = der.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n');
  return {
    certificaat: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    sleutel: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
