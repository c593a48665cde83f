import type { Tx } from '@bekhedmetkom/platform/database';
import { MailAddressRow } from './mail.entity.ts';

export interface AddressState {
  /** Whether somebody who reads mails at the address has said that it is theirs. */
  proved: boolean;
  /** Mails about new cases in the last 24 hours, this one included. */
  received: number;
}

/**
 * Reads what is known of an address and, when `counts`, counts one mail more that a stranger could have caused. The
 * window of 24 hours begins with the first mail after the one before has ended.
 */
export async function noteMail(tx: Tx, hash: Buffer, counts: boolean): Promise<AddressState> {
  const [row] = await tx.prepared<AddressState>(
    'note-mail-of-address',
    `insert into mail_address as known (hash, received) values ($1, $2::integer)
     on conflict (hash) do update set
       received = case when known.since < clock_timestamp() - interval '1 day' then 0 else known.received end + $2::integer,
       since = case when known.since < clock_timestamp() - interval '1 day' then clock_timestamp() else known.since end
     returning proved_at is not null as proved, received`,
    [hash, counts ? 1 : 0],
  );
  return row ?? { proved: false, received: 0 };
}

/** Notes that the address is its reader's. Says whether it was known here at all. */
export async function proveAddress({ manager }: Tx, hash: Buffer): Promise<boolean> {
  const { affected } = await manager
    .createQueryBuilder()
    .update(MailAddressRow)
    .set({ provedAt: () => 'coalesce(proved_at, clock_timestamp())' })
    .where('hash = :hash', { hash })
    .execute();
  return affected === 1;
}
