import type { Database } from '@bekhedmetkom/platform/database';
import type { Directory } from '../directory/directory.ts';
import type { Point } from '../location/location.ts';
import { readPlace } from '../location/read-place.ts';
import { foldText, searchable } from '../search/case-search.ts';
import { type CandidateRow, findByStems, findByTrigrams, type SimilarRow, stemsOf } from './similar.store.ts';
import { leastLikeness, likenessOf, type Sought } from './similar.ts';

export interface SimilarQuery {
  subject: string;
  text: string;
  category: string | null;
  governorate: string | null;
  district: string | null;
  point: Point | null;
}

const most = 5;
/** Characters that are looked at. */
const longestSubject = 200;
const longestText = 500;
/** A subject of fewer stems is filled up with those that the text begins with, so many in all. */
const fewStems = 3;
const enoughStems = 6;
const mostStems = 8;

/**
 * Open cases that somebody who is about to file may follow instead, the likest first, at most five. A district
 * is only said where it is the one that was asked for: it is free text of another person.
 */
export async function findSimilar(
  database: Database,
  directory: Directory,
  query: SimilarQuery,
): Promise<SimilarRow[]> {
  const subject = query.subject.slice(0, longestSubject);
  const stems = await soughtStems(database, subject, query.text.slice(0, longestText));
  const folded = foldText(subject);
  if (!/[\p{L}\p{N}]/u.test(folded)) return [];
  const place = readPlace({ point: query.point, governorateCode: query.governorate }, directory);
  const { governorate, point } = 'refused' in place ? { governorate: null, point: null } : place;
  const district = query.district ? foldText(query.district.slice(0, 120)) : null;
  const sought = { category: query.category, governorate, district, point };
  const asked = { stems, subject: folded, governorate };
  const likest = (rows: CandidateRow[]) =>
    rows
      .map((row) => compare(row, sought, stems.length))
      .filter(({ likeness }) => likeness >= leastLikeness)
      .sort((a, b) => b.likeness - a.likeness || b.submittedAt.getTime() - a.submittedAt.getTime())
      .slice(0, most);
  const found = likest(await findByStems(database, asked));
  return found.length > 0 ? found : likest(await findByTrigrams(database, asked));
}

function compare(row: CandidateRow, sought: Sought, count: number): SimilarRow {
  const { shared, trigrams, latitude, longitude, ...told } = row;
  const district = row.district === null ? null : foldText(row.district);
  const likeness = likenessOf(sought, {
    stems: count === 0 ? 0 : shared / count,
    trigrams,
    category: row.category,
    governorate: row.governorate,
    district,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
  });
  const isSameDistrict = district !== null && district === sought.district;
  return { ...told, district: isSameDistrict ? row.district : null, likeness };
}

async function soughtStems(database: Database, subject: string, text: string): Promise<string[]> {
  const clean = (stems: string[]) => stems.filter((one) => /^[\p{L}\p{N}]+$/u.test(one));
  const own = clean(await stemsOf(database, searchable(subject, '').document));
  if (own.length >= fewStems || text.trim() === '') return own.slice(0, mostStems);
  const more = clean(await stemsOf(database, searchable(text, '').document));
  return [...new Set([...own, ...more])].slice(0, enoughStems);
}
