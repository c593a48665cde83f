/** Names of files, as people gave them, made safe to keep and to send. Pure. */
import { type MediaType, mediaTypes } from './attachment.ts';

/** In characters (code points). */
const longest = 120;

/**
 * The name without folders, control characters and direction overrides (which would make `fdp.exe` look like
 * `exe.pdf`), and with the extension of what the file is. An empty one becomes `file`.
 */
export function cleanName(given: string, kind: MediaType | null = null): string {
  const bare = given
    .slice(0, 2_000)
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*%;]/g, ' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const dot = bare.lastIndexOf('.');
  const hasExtension = dot > 0 && /^\.[A-Za-z0-9]{1,8}$/.test(bare.slice(dot));
  const extension = kind ? `.${mediaTypes[kind].extension}` : hasExtension ? bare.slice(dot) : '';
  const stem = [...(hasExtension ? bare.slice(0, dot) : bare)].slice(0, longest).join('').trimEnd();
  return `${stem || 'file'}${sameExtension(bare.slice(dot), kind) ? bare.slice(dot) : extension}`;
}

/** `IMG.JPEG` keeps its own spelling. */
function sameExtension(given: string, kind: MediaType | null): boolean {
  if (kind === null) return false;
  const spelt = given.slice(1).toLowerCase();
  const { extension } = mediaTypes[kind];
  return spelt === extension || (spelt === 'jpeg' && extension === 'jpg');
}

/** A Content-Disposition for any name: ASCII for old clients, UTF-8 for the others (RFC 6266, RFC 8187). */
export function contentDisposition(how: 'attachment' | 'inline', name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '');
  const dot = plain.lastIndexOf('.');
  const stem = plain
    .slice(0, dot === -1 ? undefined : dot)
    .replace(/[^\w .()-]/g, '_')
    .trim();
  const fallback = `${stem || 'file'}${dot === -1 ? '' : plain.slice(dot).replace(/[^\w.]/g, '')}`;
  return `${how}; filename="${fallback}"; filename*=UTF-8''${encode(name)}`;
}

// Of what encodeURIComponent leaves alone, these are not allowed in a parameter of RFC 8187.
function encode(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (char) => {
    return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}
