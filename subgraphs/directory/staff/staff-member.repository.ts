import type { Tx } from '@bekhedmetkom/platform/database';
import { StaffMemberRow } from './staff-member.entity.ts';
import type { StaffMember } from './staff-member.ts';

export async function putStaffMember({ manager }: Tx, member: StaffMember): Promise<void> {
  await manager.upsert(StaffMemberRow, member, ['key']);
}

export async function readStaff({ manager }: Tx): Promise<StaffMember[]> {
  return manager.find(StaffMemberRow, { order: { key: 'ASC' } });
}
