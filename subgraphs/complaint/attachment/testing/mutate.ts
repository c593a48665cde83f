/** Files that are broken in the ways in which files break, and in those that no writer would think of. Pure. */

/** A whole number from 0 up to, not including, `below`. */
export type Random = (below: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Sizes that readers stumble over. */
const extremes = [0, 1, 7, 8, 9, 0x7f, 0xff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

type Change = (content: Buffer, random: Random, other: Buffer) => Buffer;

const changes: readonly Change[] = [
  (content, random) => {
    for (let i = 0; i < 1 + random(12); i++) content[random(content.length)] = random(256);
    return content;
  },
  // Most of what decides is at the beginning.
  (content, random) => {
    for (let i = 0; i < 1 + random(6); i++) content[random(Math.min(400, content.length))] = random(256);
    return content;
  },
  (content, random) => {
    if (content.length < 8) return content;
    const value = extremes[random(extremes.length)] ?? 0;
    const at = random(Math.min(content.length, random(2) === 0 ? 300 : content.length) - 4);
    if (random(2) === 0) content.writeUInt32BE(value, Math.max(0, at));
    else content.writeUInt32LE(value, Math.max(0, at));
    return content;
  },
  (content, random) => content.subarray(0, 1 + random(content.length)),
  (content, random) => {
    const [from, length] = [random(content.length), random(3_000)];
    return Buffer.concat([content.subarray(0, from), content.subarray(from + length)]);
  },
  (content, random) => {
    const [from, to] = [random(content.length), random(content.length)];
    return Buffer.concat([
      content.subarray(0, to),
      content.subarray(from, from + random(2_000)),
      content.subarray(to),
    ]);
  },
  (content, random) => {
    const at = random(content.length);
    return Buffer.concat([
      content.subarray(0, at),
      Buffer.alloc(random(2_000), random(256)),
      content.subarray(at),
    ]);
  },
  (content, random, other) =>
    Buffer.concat([content.subarray(0, random(content.length)), other.subarray(random(other.length))]),
  (content, random) => {
    const at = random(content.length);
    return Buffer.from(
      content.fill(random(2) === 0 ? 0 : 0xff, at, Math.min(content.length, at + random(500))),
    );
  },
];

/** One to four changes, after each other. Never empty. */
export function mutate(content: Buffer, random: Random, other: Buffer): Buffer {
  let changed: Buffer = Buffer.from(content);
  for (let i = 0; i < 1 + random(4); i++) {
    const change = changes[random(changes.length)];
    if (change && changed.length > 0) changed = Buffer.from(change(changed, random, other));
  }
  return changed.length > 0 ? changed : Buffer.from(content);
}
