import type { Tx } from '@bekhedmetkom/platform/database';
import type { StaffMember } from './staff-member.ts';

export async function putStaffMember(tx: Tx, { key, subject, names, email }: StaffMember): Promise<void> {
  await tx.prepared(
    'put-staff',
    `insert into staff (key, subject, name_ar, name_en, email) values ($1, $2, $3, $4, $5)
     on conflict (key) do update
       set subject = excluded.subject, name_ar = excluded.name_ar, name_en = excluded.name_en,
         email = excluded.email`,
    [key, subject, names.ar, names.en, email],
  );
}

export async function readStaff(tx: Tx): Promise<StaffMember[]> {
  return tx.query(
    "select key, subject, email, json_build_object('ar', name_ar, 'en', name_en) as names from staff order by key",
  );
}
