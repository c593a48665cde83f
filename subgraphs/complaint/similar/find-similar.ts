import type { Database } from '@bekhedmetkom/platform/database';
import type { CaseType, Programme } from '@bekhedmetkom/schema/events/vocabulary';
import { foldText } from '@bekhedmetkom/text/arabic';
import { isBlank } from '@bekhedmetkom/text/normalise';
import type { Directory } from '../directory/directory.ts';
import type { Point } from '../location/location.ts';
import { readPlace } from '../location/read-place.ts';
import { wordQueries } from '../search/case-search.ts';
import { type CandidateRow, findByTrigrams, findByWords, type SimilarRow } from './similar.store.ts';
import { distanceOf, isSimilar, likenessOf, type Sought } from './similar.ts';

export interface SimilarQuery {
  type: CaseType | null;
  programme: Programme | null;
  subject: string;
  text: string;
  category: string | null;
  governorate: string | null;
  district: string | null;
  point: Point | null;
}

const most = 3;
/** Characters that are looked at. */
const maxSubjectLength = 200;
const maxTextLength = 500;
/** A subject of fewer words is filled up with those that the text begins with, so many in all. */
const fewWords = 3;
const enoughWords = 6;
const maxWords = 8;

/**
 * Open cases of the same type, at the same place, that somebody who is about to file may follow instead: the likest
 * first, at most three. None for personal matters (passports, bills: `Category.personal`), and none that cannot be
 * named by their category. A district is only said where it is the one that was asked for: it is free text of another
 * person.
 */
export async function findSimilar(
  database: Database,
  directory: Directory,
  query: SimilarQuery,
): Promise<SimilarRow[]> {
  const mayFollow = (code: string | null) => code === null || directory.category(code)?.personal !== true;
  if (!mayFollow(query.category) || query.type === 'REPORT' || query.type === 'COMPLIMENT') return [];
  if (query.programme && directory.programme(query.programme)?.restricted) return [];
  const subject = query.subject.slice(0, maxSubjectLength);
  const folded = foldText(subject);
  if (isBlank(folded)) return [];
  const words = soughtWords(subject, query.text.slice(0, maxTextLength));
  const place = readPlace({ point: query.point, governorateCode: query.governorate }, directory);
  const { governorate, point } = 'refused' in place ? { governorate: null, point: null } : place;
  const district = (query.district && foldText(query.district.slice(0, 120))) || null;
  const sought = { category: query.category, governorate, district, point };
  const asked = { words, subject: folded, governorate, type: query.type };
  const likest = (rows: CandidateRow[]) =>
    rows
      .filter((row) => row.category !== null && mayFollow(row.category))
      .flatMap((row) => compare(row, sought, words.length))
      .sort((a, b) => b.likeness - a.likeness || b.submittedAt.getTime() - a.submittedAt.getTime())
      .slice(0, most);
  const found = likest(await findByWords(database, asked));
  return found.length > 0 ? found : likest(await findByTrigrams(database, asked));
}

function compare(row: CandidateRow, sought: Sought, count: number): SimilarRow[] {
  const { shared, trigrams, latitude, longitude, ...told } = row;
  const district = row.district === null ? null : foldText(row.district) || null;
  const candidate = {
    words: count === 0 ? 0 : shared / count,
    trigrams,
    category: row.category,
    governorate: row.governorate,
    district,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
  };
  if (!isSimilar(sought, candidate)) return [];
  const isSameDistrict = district !== null && district === sought.district;
  const likeness = likenessOf(sought, candidate);
  const distance = distanceOf(sought, candidate);
  return [{ ...told, district: isSameDistrict ? row.district : null, likeness, distance }];
}

function soughtWords(subject: string, text: string): string[] {
  const own = [...new Set(wordQueries(subject))];
  if (own.length >= fewWords || isBlank(text)) return own.slice(0, maxWords);
  return [...new Set([...own, ...wordQueries(text)])].slice(0, enoughWords);
}
