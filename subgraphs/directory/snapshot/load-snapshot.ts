import type { Database } from '@bekhedmetkom/platform/database';
import { readCalendars } from '../calendar/calendar.store.ts';
import { readCategories } from '../category/category.store.ts';
import { readEntities } from '../entity/entity.store.ts';
import { readGovernorates } from '../governorate/governorate.store.ts';
import { readHoldingsToday, readPosts } from '../post/post.store.ts';
import { readProgrammes } from '../programme/programme.store.ts';
import { readEntityCategories, readSearchWords } from '../search/search-word.store.ts';
import { readSectors } from '../sector/sector.store.ts';
import { readServices } from '../service/service.store.ts';
import { readSlaPolicies } from '../sla-policy/sla-policy.store.ts';
import { readStaff } from '../staff/staff-member.store.ts';
import { readUnits } from '../unit/unit.store.ts';
import { makeSnapshot, type Snapshot } from './snapshot.ts';

/** Reads the whole directory as of one moment. */
export async function loadSnapshot(database: Database): Promise<Snapshot> {
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    const [clock] = await tx.query<{ today: string }>('select today() as today');
    if (!clock) throw new Error('the database gave no date');
    return makeSnapshot({
      today: clock.today,
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
