import type { FileHandle } from 'node:fs/promises';

const windowBytes = 64 * 1024;
const zeros = Buffer.alloc(windowBytes);

/** A file that is read here and there in small pieces, and changed in place. Reads go through one window of it. */
export class FileBytes {
  /** In bytes. */
  readonly length: number;
  readonly #file: FileHandle;
  #window = Buffer.alloc(0);
  #windowAt = 0;

  constructor(file: FileHandle, length: number) {
    this.#file = file;
    this.length = length;
  }

  /** So many bytes from here, fewer at the end of the file. */
  async read(at: number, length: number): Promise<Buffer> {
    const end = Math.min(at + length, this.length);
    if (at < 0 || at >= end) return Buffer.alloc(0);
    const known = at >= this.#windowAt && end <= this.#windowAt + this.#window.length;
    if (!known) {
      const buffer = Buffer.alloc(Math.min(Math.max(windowBytes, end - at), this.length - at));
      const { bytesRead } = await this.#file.read(buffer, 0, buffer.length, at);
      this.#window = buffer.subarray(0, bytesRead);
      this.#windowAt = at;
    }
    const from = at - this.#windowAt;
    return Buffer.from(this.#window.subarray(from, from + end - at));
  }

  /** Latin-1 text of so many bytes. */
  async text(at: number, length: number): Promise<string> {
    return (await this.read(at, length)).toString('latin1');
  }

  /** Replaces bytes; the file does not grow. */
  async write(at: number, content: Buffer): Promise<void> {
    this.#window = Buffer.alloc(0);
    await this.#file.write(content, 0, Math.min(content.length, this.length - at), at);
  }

  async zero(from: number, to: number): Promise<void> {
    const end = Math.min(to, this.length);
    for (let at = from; at < end; at += windowBytes) {
      await this.write(at, zeros.subarray(0, Math.min(windowBytes, end - at)));
    }
  }

  /** Where these bytes come next in a stretch; -1 when they do not. */
  async find(wanted: Buffer, from: number, to = this.length): Promise<number> {
    const step = windowBytes - wanted.length;
    for (let at = from; at < to; at += step) {
      const found = (await this.read(at, Math.min(windowBytes, to - at))).indexOf(wanted);
      if (found !== -1) return at + found;
    }
    return -1;
  }
}
