import type { Tx } from '@bekhedmetkom/platform/database';

/** What was handed in beside the text and is seldom asked for. */
export interface FiledDetails {
  latitude: number | null;
  longitude: number | null;
  /** In place of both, of a confidential report. */
  sealedPoint: Buffer | null;
  creditedUnit: string | null;
  creditedName: string | null;
}

const details = `
select case_id as id, latitude, longitude, sealed_point as "sealedPoint", credited_unit as "creditedUnit", credited_name as "creditedName"
from submission_content where case_id = any($1::uuid[])`;

/** The details of these cases, by id. */
export async function loadFiledDetails(tx: Tx, ids: readonly string[]): Promise<Map<string, FiledDetails>> {
  const rows = await tx.prepared<FiledDetails & { id: string }>('load-filed-details', details, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}
