import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import type { Scanner, Verdict } from './scanner.ts';

/** Milliseconds without a sign of life. */
const timeoutMs = 60_000;

/**
 * ClamAV's `clamd` over TCP, by its INSTREAM command: each piece behind its length in four bytes, a length of
 * zero at the end, one line as the answer.
 */
export function openClamAv({ host, port }: { host: string; port: number }): Scanner {
  return {
    scan(content) {
      return new Promise<Verdict>((resolve, reject) => {
        const socket = connect({ host, port });
        let answer = '';
        const fail = (error: Error): void => {
          content.destroy();
          socket.destroy();
          // Whoever stops reading because it has seen enough may have said so before.
          const verdict = read(answer);
          if (verdict) resolve(verdict);
          else reject(error);
        };
        socket.setTimeout(timeoutMs, () => fail(new Error('clamd stays silent')));
        socket.on('error', fail);
        socket.setEncoding('latin1').on('data', (text: string) => {
          answer += text;
        });
        socket.on('close', () => {
          content.destroy();
          const verdict = read(answer);
          if (verdict) resolve(verdict);
          else reject(new Error(`clamd gave no verdict: ${answer.replace(/\0/g, '').slice(0, 200)}`));
        });
        socket.once('connect', () => {
          socket.write('zINSTREAM\0');
          send(content, socket).catch(fail);
        });
      });
    },
  };
}

async function send(content: Readable, socket: ReturnType<typeof connect>): Promise<void> {
  for await (const chunk of content as AsyncIterable<Buffer>) {
    if (socket.destroyed) return;
    if (chunk.length === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    if (!socket.write(chunk)) await drained(socket);
  }
  socket.write(Buffer.alloc(4));
}

function drained(socket: ReturnType<typeof connect>): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}

function read(answer: string): Verdict | null {
  const line = answer.replace(/\0.*$/s, '').trim();
  if (line === 'stream: OK') return 'CLEAN';
  if (/^stream: .+ FOUND$/.test(line)) return 'INFECTED';
  return /size limit exceeded/.test(line) ? 'TOO_LARGE' : null;
}
