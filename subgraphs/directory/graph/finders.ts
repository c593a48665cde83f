import { CategoryType } from '../category/category.type.ts';
import { EntityType } from '../entity/entity.type.ts';
import { GovernorateType } from '../governorate/governorate.type.ts';
import { PostType } from '../post/post.type.ts';
import { SectorType } from '../sector/sector.type.ts';
import { ServiceType } from '../service/service.type.ts';
import { mayKnow } from '../staff/staff.policy.ts';
import { StaffMemberType } from '../staff/staff-member.type.ts';
import { UnitType } from '../unit/unit.type.ts';
import type { Context } from './context.ts';

type Finder = (key: string, context: Context) => object | null;

const make =
  <R>(find: (key: string, context: Context) => R | undefined, type: new (row: R) => object): Finder =>
  (key, context) => {
    const row = find(key, context);
    return row === undefined ? null : new type(row);
  };

/** By type name: the thing with a code or key, if it exists and the caller may know of it. */
export const finders = new Map<string, Finder>(
  Object.entries({
    Sector: make((code, { directory }) => directory.sector(code), SectorType),
    Entity: make((code, { directory }) => directory.entity(code), EntityType),
    Unit: make((code, { directory }) => directory.unit(code), UnitType),
    Service: make((code, { directory }) => directory.service(code), ServiceType),
    Category: make((code, { directory }) => directory.category(code), CategoryType),
    Governorate: make((code, { directory }) => directory.governorate(code), GovernorateType),
    Post: make((key, { directory }) => directory.post(key), PostType),
    StaffMember: make((key, { directory, viewer }) => {
      const member = directory.staffMember(key);
      return member && mayKnow(viewer, member) ? member : undefined;
    }, StaffMemberType),
  }),
);
