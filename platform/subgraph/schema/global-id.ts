import { Fault } from '../../errors/errors.ts';

/** The id that clients see: opaque, and unlike any other type's. */
export function toGlobalId(type: string, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/** Throws a Fault BAD_USER_INPUT for anything that `toGlobalId` did not make. */
export function fromGlobalId(id: string): { type: string; key: string } {
  const [, type, key] = /^([A-Za-z]\w*):(\P{C}+)$/u.exec(Buffer.from(id, 'base64url').toString()) ?? [];
  if (type && key && toGlobalId(type, key) === id) return { type, key };
  throw new Fault('BAD_USER_INPUT', {
    ar: 'هذا ليس معرّفًا أعطيناه.',
    en: 'This is not an id that we gave.',
  });
}

/** The key in an id of one type; null for another type's id and for anything else: it names nothing here. */
export function keyOfGlobalId(type: string, id: string): string | null {
  try {
    const parts = fromGlobalId(id);
    return parts.type === type ? parts.key : null;
  } catch {
    return null;
  }
}
