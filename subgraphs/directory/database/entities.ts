import type { EntityClass } from '@bekhedmetkom/platform/database';
import { publisherEntities } from '@bekhedmetkom/platform/outbox-entities';
import { CalendarRow } from '../calendar/calendar.entity.ts';
import { CategoryRow } from '../category/category.entity.ts';
import { AnnouncedRow, AuditRow, ChangeLockRow } from '../change/change.entity.ts';
import { EntityRow } from '../entity/entity.entity.ts';
import { GovernorateRow } from '../governorate/governorate.entity.ts';
import { HoldingRow, PostRow } from '../post/post.entity.ts';
import { ProgrammeRow } from '../programme/programme.entity.ts';
import { EntityCategoryRow, SearchWordRow } from '../search-word/search-word.entity.ts';
import { SectorRow } from '../sector/sector.entity.ts';
import { SeededRow } from '../seed/seeded.entity.ts';
import { ServiceRow } from '../service/service.entity.ts';
import { SlaPolicyRow } from '../sla-policy/sla-policy.entity.ts';
import { StaffMemberRow } from '../staff/staff-member.entity.ts';
import { UnitRow } from '../unit/unit.entity.ts';

/** Every table of the directory. */
export const entities: EntityClass[] = [
  SectorRow,
  EntityRow,
  UnitRow,
  ServiceRow,
  CategoryRow,
  GovernorateRow,
  ProgrammeRow,
  StaffMemberRow,
  PostRow,
  HoldingRow,
  CalendarRow,
  SlaPolicyRow,
  SearchWordRow,
  EntityCategoryRow,
  AnnouncedRow,
  AuditRow,
  ChangeLockRow,
  SeededRow,
  ...publisherEntities,
];
