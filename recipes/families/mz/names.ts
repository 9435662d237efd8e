/** What mz/dns has: a promise without a callback. */
import {
  lookup,
  lookupService,
  resolve,
  resolve4,
  resolve6,
  resolveAny,
  resolveCname,
  resolveMx,
  resolveNaptr,
  resolveNs,
  resolvePtr,
  resolveSoa,
  resolveSrv,
  resolveTxt,
  Resolver,
  reverse,
} from "node:dns";
import { promisify } from "node:util";
import { later } from "../later.ts";
import type { Given } from "../node-fs/types.ts";

export const names = {
  lookup: lookupAny,
  resolve: resolveAnyKind,
  resolve4: [
    (name: string) => promisify(resolve4)(name),
    (name: unknown, callback: Given<string[]>) => resolve4(name as string, callback),
    resolve4Any,
  ],
  resolve6: [
    (name: string) => promisify(resolve6)(name),
    (name: unknown, callback: Given<string[]>) => resolve6(name as string, callback),
    resolve6Any,
  ],
  resolveCname: resolveCnameAny,
  resolveMx: resolveMxAny,
  resolveNs: resolveNsAny,
  resolveSrv: resolveSrvAny,
  resolveTxt: resolveTxtAny,
  reverse: reverseAny,
  Resolver,
  lookupService,
  resolveAny,
  resolveNaptr,
  resolvePtr,
  resolveSoa,
};

function lookupAny(name: string, options?: object | number): Promise<[string, number]>;
/** The address of a name, and which kind of address it is, as a list of two; a promise without a callback. */
function lookupAny(...args: unknown[]): unknown {
  return later(lookup, args);
}

function resolveAnyKind(name: string, kind?: string): Promise<string[]>;
/** The records of a name; a promise without a callback. */
function resolveAnyKind(...args: unknown[]): unknown {
  return later(resolve, args);
}

function resolve4Any(name: string): Promise<string[]>;
/** The IPv4 addresses of a name; a promise without a callback. */
function resolve4Any(...args: unknown[]): unknown {
  return later(resolve4, args);
}

function resolve6Any(name: string): Promise<string[]>;
/** The IPv6 addresses of a name; a promise without a callback. */
function resolve6Any(...args: unknown[]): unknown {
  return later(resolve6, args);
}

function resolveCnameAny(name: string): Promise<string[]>;
/** The names that a name stands for; a promise without a callback. */
function resolveCnameAny(...args: unknown[]): unknown {
  return later(resolveCname, args);
}

function resolveMxAny(name: string): Promise<{ priority: number; exchange: string }[]>;
/** The mail servers of a name; a promise without a callback. */
function resolveMxAny(...args: unknown[]): unknown {
  return later(resolveMx, args);
}

function resolveNsAny(name: string): Promise<string[]>;
/** The name servers of a name; a promise without a callback. */
function resolveNsAny(...args: unknown[]): unknown {
  return later(resolveNs, args);
}

function resolveSrvAny(name: string): Promise<{ priority: number; weight: number; port: number; name: string }[]>;
/** The services of a name; a promise without a callback. */
function resolveSrvAny(...args: unknown[]): unknown {
  return later(resolveSrv, args);
}

function resolveTxtAny(name: string): Promise<string[][]>;
/** The texts of a name; a promise without a callback. */
function resolveTxtAny(...args: unknown[]): unknown {
  return later(resolveTxt, args);
}

function reverseAny(address: string): Promise<string[]>;
/** The names of an address; a promise without a callback. */
function reverseAny(...args: unknown[]): unknown {
  return later(reverse, args);
}
