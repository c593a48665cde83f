import { Fault } from '../../errors/errors.ts';

/** The opaque form, for clients, of a position in a log. */
export function encodeCursor(position: number): string {
  return Buffer.from(`at:${position}`).toString('base64url');
}

/** Throws a Fault BAD_USER_INPUT for anything that `encodeCursor` did not make. */
export function decodeCursor(cursor: string): number {
  const found = /^at:(0|[1-9]\d{0,15})$/.exec(Buffer.from(cursor, 'base64url').toString());
  const position = Number(found?.[1]);
  if (found && Number.isSafeInteger(position) && encodeCursor(position) === cursor) return position;
  throw new Fault('BAD_USER_INPUT', {
    ar: 'هذا ليس مؤشرًا أعطيناه.',
    en: 'This is not a cursor that we gave.',
  });
}
