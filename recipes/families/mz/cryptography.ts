/** What mz/crypto has: a promise of what takes time, without a callback. */
import {
  createCipheriv,
  createDecipheriv,
  createDiffieHellman,
  createECDH,
  createHash,
  createHmac,
  createSign,
  createVerify,
  getCiphers,
  getCurves,
  getDiffieHellman,
  getHashes,
  pbkdf2,
  pbkdf2Sync,
  privateDecrypt,
  privateEncrypt,
  publicDecrypt,
  publicEncrypt,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  scrypt,
  scryptSync,
  timingSafeEqual,
} from "node:crypto";
import { promisify } from "node:util";
import { since } from "../../../src/recipe.ts";
import { later } from "../later.ts";
import type { Bytes, Given } from "../node-fs/types.ts";

export const cryptography = {
  pbkdf2: [
    (password: unknown, salt: unknown, iterations: unknown, length: unknown, digest: string) =>
      promisify(pbkdf2)(password as string, salt as string, iterations as number, length as number, digest),
    pbkdf2Any,
  ],
  randomBytes: [
    (size: number) => promisify(randomBytes)(size),
    (size: unknown, callback: Given<Buffer>) => randomBytes(size as number, callback),
    randomBytesAny,
  ],
  createCipheriv,
  createDecipheriv,
  createDiffieHellman,
  createECDH,
  createHash,
  createHmac,
  createSign,
  createVerify,
  getCiphers,
  getCurves,
  getDiffieHellman,
  getHashes,
  pbkdf2Sync,
  privateDecrypt,
  privateEncrypt,
  publicDecrypt,
  publicEncrypt,
  randomFill,
  randomFillSync,
  randomInt: since({ node: "14.10.0" }, randomInt),
  randomUUID: since({ node: "14.17.0" }, randomUUID),
  scrypt,
  scryptSync,
  timingSafeEqual,
};

function pbkdf2Any(password: Bytes, salt: Bytes, iterations: number, length: number, digest: string): Promise<Buffer>;
/** Derives a key from a password; a promise without a callback. */
function pbkdf2Any(...args: unknown[]): unknown {
  return later(pbkdf2, args);
}

function randomBytesAny(size: number): Promise<Buffer>;
/** Random bytes; a promise without a callback. */
function randomBytesAny(...args: unknown[]): unknown {
  return later(randomBytes, args);
}
