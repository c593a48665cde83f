/** How many pixels a picture has, by the first bytes of its file. Pure. */
import type { MediaType } from './attachment.ts';

/** Width × height; null when these bytes do not say it. */
export function pixelsOf(kind: MediaType, head: Buffer): number | null {
  switch (kind) {
    case 'image/png':
      return head.length < 24 ? null : head.readUInt32BE(16) * head.readUInt32BE(20);
    case 'image/gif':
      return head.length < 10 ? null : head.readUInt16LE(6) * head.readUInt16LE(8);
    case 'image/webp':
      return ofWebp(head);
    case 'image/jpeg':
      return ofJpeg(head);
    case 'image/heic':
      return ofHeic(head);
    default:
      return null;
  }
}

function ofWebp(head: Buffer): number | null {
  if (head.length < 30) return null;
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8X':
      return (head.readUIntLE(24, 3) + 1) * (head.readUIntLE(27, 3) + 1);
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8 ':
      return (head.readUInt16LE(26) & 0x3fff) * (head.readUInt16LE(28) & 0x3fff);
    default:
      return null;
  }
}

/** From segment to segment until the frame, which cameras put behind a preview: often it lies further in. */
function ofJpeg(head: Buffer): number | null {
  for (let at = 2; at + 9 <= head.length; ) {
    const marker = head[at + 1] ?? 0;
    if (head[at] !== 0xff) return null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return head.readUInt16BE(at + 5) * head.readUInt16BE(at + 7);
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(at + 2);
  }
  return null;
}

/** The largest of its pictures and tiles, by their `ispe` boxes. */
function ofHeic(head: Buffer): number | null {
  let most: number | null = null;
  for (
    let at = head.indexOf('ispe');
    at !== -1 && at + 16 <= head.length;
    at = head.indexOf('ispe', at + 4)
  ) {
    most = Math.max(most ?? 0, head.readUInt32BE(at + 8) * head.readUInt32BE(at + 12));
  }
  return most;
}
