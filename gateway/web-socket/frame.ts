/** Bytes that every client gets, and those of one client around them. */
export interface Parts {
  head: Buffer;
  body: Buffer;
  tail: Buffer;
}

const finalText = 0x81;

/**
 * Makes the WebSocket frame (RFC 6455 §5.2, from a server: unmasked) of one text in a single buffer. Written
 * to the socket as it is, an event costs each client one copy and one write; `ws` would make two of each.
 */
export function textFrame({ head, body, tail }: Parts): Buffer {
  const length = head.length + body.length + tail.length;
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = finalText;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  head.copy(frame, start);
  body.copy(frame, start + head.length);
  tail.copy(frame, start + head.length + body.length);
  return frame;
}
