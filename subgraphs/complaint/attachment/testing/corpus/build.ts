/** Building blocks of containers, after their specifications. */
import { checksum } from '../../clean/clean-ogg.ts';

export type Piece = Buffer | string;

/** One file of the corpus, and what must become of it. */
export interface CorpusFile {
  /** What is odd about it. */
  name: string;
  content: Buffer;
  /** The kind it is taken as. */
  taken?: string;
  /** The code with which it is refused before it is sent, by its first bytes. */
  refused?: string;
  /** Refused only when it has come whole: no viewer shows it. */
  damaged?: true;
  /** Bytes that must be in the cleaned file as they were sent. */
  kept?: Buffer;
}

/** What no cleaned file of the corpus may hold. */
export const secret = 'Layla Marker +31.9539+035.9106/';

export const bytesOf = (...pieces: Piece[]): Buffer =>
  Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)));

export const hex = (digits: string): Buffer => Buffer.from(digits.replaceAll(' ', ''), 'hex');

/** Noise that is the same in every run; never 0xff, so that no frame or marker is in it. */
export function noise(length: number, seed = 1): Buffer {
  const content = Buffer.alloc(length);
  let state = seed;
  for (let at = 0; at < length; at++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    content[at] = (state >> 16) % 200;
  }
  return content;
}

/** ISO 14496-12: size, type, content. */
export function box(type: string, ...content: Piece[]): Buffer {
  const body = bytesOf(...content);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + body.length);
  return bytesOf(size, type, body);
}

/** The same with a size of 64 bits. */
export function longBox(type: string, ...content: Piece[]): Buffer {
  const body = bytesOf(...content);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(16 + body.length));
  return bytesOf(hex('00000001'), type, size, body);
}

/** The same without a size: to the end of the file. */
export const lastBox = (type: string, ...content: Piece[]): Buffer =>
  bytesOf(hex('00000000'), type, ...content);

/** RFC 8794: id, size in so many bytes, content. */
export function element(id: string, content: Piece, sizeBytes = 8): Buffer {
  const body = bytesOf(content);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length));
  const own = size.subarray(8 - sizeBytes);
  own[0] = (own[0] ?? 0) | (0x80 >> (sizeBytes - 1));
  return bytesOf(hex(id), own, body);
}

/** An element that does not say how long it is. */
export const endless = (id: string): Buffer => hex(`${id}01ffffffffffffff`);

/** RIFF: id, size, content, a byte of padding when that is odd. */
export function chunk(id: string, content: Piece, { size = -1, padded = true } = {}): Buffer {
  const body = bytesOf(content);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(size === -1 ? body.length : size);
  return bytesOf(id, head, body, Buffer.alloc(padded ? body.length % 2 : 0));
}

/** RFC 3533: one page; `flags` 2 begins a stream. Packets end with the page unless they fill 255s. */
export function page(content: Buffer, { flags = 0, serial = 7, sequence = 0 } = {}): Buffer {
  const full = Math.floor(content.length / 255);
  const segments = Buffer.from([...Array.from({ length: full }, () => 255), content.length % 255]);
  const head = Buffer.alloc(27);
  head.write('OggS', 0, 'latin1');
  head[5] = flags;
  head.writeUInt32LE(serial, 14);
  head.writeUInt32LE(sequence, 18);
  head[26] = segments.length;
  const whole = bytesOf(head, segments, content);
  whole.writeUInt32LE(checksum(whole), 22);
  return whole;
}

/** PNG: length, type, content, CRC. */
export function pngChunk(type: string, content: Piece): Buffer {
  const body = bytesOf(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytesOf(type, body)));
  return bytesOf(length, type, body, sum);
}

function crc32(content: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of content) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
