/** Browsers keep at most 4096 bytes a cookie, its name and attributes included. */
const chunkSize = 3_600;

/** Cuts a long sealed value into numbered cookies: `name.0`, `name.1`, … */
export function cutIntoChunks(name: string, value: string): { name: string; value: string }[] {
  const chunks = [];
  for (let at = 0; at < value.length; at += chunkSize) {
    chunks.push({ name: `${name}.${chunks.length}`, value: value.slice(at, at + chunkSize) });
  }
  return chunks;
}

/** The whole value again; null when the first part is missing. */
export function joinChunks(name: string, read: (chunk: string) => string | undefined): string | null {
  let value = '';
  for (let index = 0; ; index += 1) {
    const part = read(`${name}.${index}`);
    if (part === undefined) return index === 0 ? null : value;
    value += part;
  }
}
