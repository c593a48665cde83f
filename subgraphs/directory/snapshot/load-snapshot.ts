import type { Database } from '@bekhedmetkom/platform/database';
import { readCalendars } from '../calendar/calendar.repository.ts';
import { readCategories } from '../category/category.repository.ts';
import { readToday } from '../change/today.ts';
import { readEntities } from '../entity/entity.repository.ts';
import { readGovernorates } from '../governorate/governorate.repository.ts';
import { readHoldingsToday, readPosts } from '../post/post.repository.ts';
import { readProgrammes } from '../programme/programme.repository.ts';
import { readEntityCategories, readSearchWords } from '../search-word/search-word.repository.ts';
import { readSectors } from '../sector/sector.repository.ts';
import { readServices } from '../service/service.repository.ts';
import { readSlaPolicies } from '../sla-policy/sla-policy.repository.ts';
import { readStaff } from '../staff/staff-member.repository.ts';
import { readUnits } from '../unit/unit.repository.ts';
import { makeSnapshot, type Snapshot } from './snapshot.ts';

/** Reads the whole directory as of one moment. */
export async function loadSnapshot(database: Database): Promise<Snapshot> {
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    return makeSnapshot({
      today: await readToday(tx),
      sectors: await readSectors(tx),
      entities: await readEntities(tx),
      units: await readUnits(tx),
      services: await readServices(tx),
      categories: await readCategories(tx),
      governorates: await readGovernorates(tx),
      posts: await readPosts(tx),
      staff: await readStaff(tx),
      holdings: await readHoldingsToday(tx),
      programmes: await readProgrammes(tx),
      searchWords: await readSearchWords(tx),
      entityCategories: await readEntityCategories(tx),
      calendars: await readCalendars(tx),
      slaPolicies: await readSlaPolicies(tx),
    });
  });
}
