/** Differences between two objects, as packfiles hold them. */

/** The object that `delta` makes of `whole`. Throws an Error for what is malformed. */
export function applyDelta(whole: Buffer, delta: Buffer): Buffer {
  let at = 0;
  const size = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = delta.readUInt8(at++);
      value += (byte & 127) * 2 ** shift;
      if ((byte & 128) === 0) return value;
    }
  };
  if (size() !== whole.length) throw new Error("a difference to another object");
  const result = Buffer.alloc(size());
  let filled = 0;
  while (at < delta.length) {
    const command = delta.readUInt8(at++);
    if (command === 0) throw new Error("an unknown command in a difference");
    const isCopy = (command & 128) !== 0;
    let [start, length] = [at, command];
    if (isCopy) {
      // Seven flags say which bytes of a 32-bit offset and a 24-bit length follow, the lowest first; no length is 64 kB.
      const number = (flags: number, count: number): number => {
        let value = 0;
        for (let byte = 0; byte < count; byte++)
          if ((flags >> byte) & 1) value += delta.readUInt8(at++) * 2 ** (8 * byte);
        return value;
      };
      start = number(command & 15, 4);
      length = number((command >> 4) & 7, 3) || 0x10000;
    } else {
      at += length;
    }
    const source = isCopy ? whole : delta;
    if (start + length > source.length || filled + length > result.length)
      throw new Error("a difference out of bounds");
    filled += source.copy(result, filled, start, start + length);
  }
  if (filled !== result.length) throw new Error("a difference that ends too early");
  return result;
}
