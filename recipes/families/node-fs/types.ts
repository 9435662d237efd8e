/** What functions are given that take a callback, and give a promise without one. */

export type Path = string | URL | Buffer;
export type Time = number | Date;
export type Reading = string | { encoding?: string | null; flag?: string };
export type Writing = string | { encoding?: string | null; mode?: number | string; flag?: string };
export type Making = number | string | { recursive?: boolean; mode?: number | string };
export type Listing = { encoding?: "utf8" | null; withFileTypes?: boolean };
export type DeepListing = { encoding?: "utf8" | null; withFileTypes?: boolean; recursive?: boolean };
export type Ended = (error: Error | null) => void;
export type Found = (error: Error | null, found: unknown) => void;
export type Bytes = string | Uint8Array;
export type Given<T> = (error: Error | null, value: T) => void;
