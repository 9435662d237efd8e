/** What mz/zlib has: a promise without a callback. */
import { promisify } from "node:util";
import {
  brotliCompress,
  brotliCompressSync,
  brotliDecompress,
  brotliDecompressSync,
  constants as zlibConstants,
  createBrotliCompress,
  createBrotliDecompress,
  createDeflate,
  createDeflateRaw,
  createGunzip,
  createGzip,
  createInflate,
  createInflateRaw,
  createUnzip,
  deflate,
  deflateRaw,
  deflateRawSync,
  deflateSync,
  gunzip,
  gunzipSync,
  gzip,
  gzipSync,
  inflate,
  inflateRaw,
  inflateRawSync,
  inflateSync,
  unzip,
  unzipSync,
} from "node:zlib";
import { later } from "../later.ts";
import type { Bytes, Given } from "../node-fs/types.ts";

export const compression = {
  deflate: [
    (data: Bytes) => promisify(deflate)(data),
    (data: unknown, callback: Given<Buffer>) => deflate(data as string, callback),
    deflateAny,
  ],
  deflateRaw: [
    (data: Bytes) => promisify(deflateRaw)(data),
    (data: unknown, callback: Given<Buffer>) => deflateRaw(data as string, callback),
    deflateRawAny,
  ],
  gzip: [
    (data: Bytes) => promisify(gzip)(data),
    (data: unknown, callback: Given<Buffer>) => gzip(data as string, callback),
    gzipAny,
  ],
  gunzip: [
    (data: Bytes) => promisify(gunzip)(data),
    (data: unknown, callback: Given<Buffer>) => gunzip(data as string, callback),
    gunzipAny,
  ],
  inflate: [
    (data: Bytes) => promisify(inflate)(data),
    (data: unknown, callback: Given<Buffer>) => inflate(data as string, callback),
    inflateAny,
  ],
  inflateRaw: [
    (data: Bytes) => promisify(inflateRaw)(data),
    (data: unknown, callback: Given<Buffer>) => inflateRaw(data as string, callback),
    inflateRawAny,
  ],
  unzip: [
    (data: Bytes) => promisify(unzip)(data),
    (data: unknown, callback: Given<Buffer>) => unzip(data as string, callback),
    unzipAny,
  ],
  brotliCompress,
  brotliCompressSync,
  brotliDecompress,
  brotliDecompressSync,
  constants: zlibConstants,
  createBrotliCompress,
  createBrotliDecompress,
  createDeflate,
  createDeflateRaw,
  createGunzip,
  createGzip,
  createInflate,
  createInflateRaw,
  createUnzip,
  deflateRawSync,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateRawSync,
  inflateSync,
  unzipSync,
};

function deflateAny(data: Bytes, options?: object): Promise<Buffer>;
/** Compresses data; a promise without a callback. */
function deflateAny(...args: unknown[]): unknown {
  return later(deflate, args);
}

function deflateRawAny(data: Bytes, options?: object): Promise<Buffer>;
/** Compresses data, without a head; a promise without a callback. */
function deflateRawAny(...args: unknown[]): unknown {
  return later(deflateRaw, args);
}

function gzipAny(data: Bytes, options?: object): Promise<Buffer>;
/** Compresses data with gzip; a promise without a callback. */
function gzipAny(...args: unknown[]): unknown {
  return later(gzip, args);
}

function gunzipAny(data: Bytes, options?: object): Promise<Buffer>;
/** Takes data out of gzip; a promise without a callback. */
function gunzipAny(...args: unknown[]): unknown {
  return later(gunzip, args);
}

function inflateAny(data: Bytes, options?: object): Promise<Buffer>;
/** Takes compressed data apart; a promise without a callback. */
function inflateAny(...args: unknown[]): unknown {
  return later(inflate, args);
}

function inflateRawAny(data: Bytes, options?: object): Promise<Buffer>;
/** Takes compressed data without a head apart; a promise without a callback. */
function inflateRawAny(...args: unknown[]): unknown {
  return later(inflateRaw, args);
}

function unzipAny(data: Bytes, options?: object): Promise<Buffer>;
/** Takes compressed data apart, of gzip too; a promise without a callback. */
function unzipAny(...args: unknown[]): unknown {
  return later(unzip, args);
}
