import { federatedSchema, keyOfGlobalId } from '@bekhedmetkom/platform/subgraph';
import { AuthorisationResolver } from './authorisation/authorisation.resolver.ts';
import { CategoryType } from './category/category.type.ts';
import { EntityType } from './entity/entity.type.ts';
import { GovernorateType } from './governorate/governorate.type.ts';
import { CalendarResolver } from './graph/calendar.resolver.ts';
import { CategoryResolver } from './graph/category.resolver.ts';
import type { Context } from './graph/context.ts';
import { EntityResolver } from './graph/entity.resolver.ts';
import { finders } from './graph/finders.ts';
import { GovernorateResolver } from './graph/governorate.resolver.ts';
import { PostResolver } from './graph/post.resolver.ts';
import { ProgrammeResolver } from './graph/programme.resolver.ts';
import { SectorResolver } from './graph/sector.resolver.ts';
import { SlaPolicyResolver } from './graph/sla-policy.resolver.ts';
import { StaffMemberResolver } from './graph/staff-member.resolver.ts';
import { CaseStub, NotificationStub } from './node/foreign-node.type.ts';
import { NodeResolver } from './node/node.resolver.ts';
import { PostType } from './post/post.type.ts';
import { SectorType } from './sector/sector.type.ts';
import { ServiceType } from './service/service.type.ts';
import { StaffMemberType } from './staff/staff-member.type.ts';
import { UnitType } from './unit/unit.type.ts';
import { ViewerResolver } from './viewer/viewer.resolver.ts';
import { viewerOf } from './viewer/viewer-of.ts';

const byCode = ['Sector', 'Entity', 'Category', 'Governorate'];
const byId = ['Unit', 'Service', 'Post', 'StaffMember'];

const find = (type: string, key: string | null, context: Context) =>
  key === null ? null : (finders.get(type)?.(key, context) ?? null);

/** The directory's part of the graph. */
export function directorySchema() {
  return federatedSchema({
    resolvers: [
      AuthorisationResolver,
      CalendarResolver,
      CategoryResolver,
      EntityResolver,
      GovernorateResolver,
      NodeResolver,
      PostResolver,
      ProgrammeResolver,
      SectorResolver,
      SlaPolicyResolver,
      StaffMemberResolver,
      ViewerResolver,
    ],
    orphanedTypes: [
      CaseStub,
      CategoryType,
      EntityType,
      GovernorateType,
      NotificationStub,
      PostType,
      SectorType,
      ServiceType,
      StaffMemberType,
      UnitType,
    ],
    referenceResolvers: {
      ...Object.fromEntries(
        byCode.map((type) => [
          type,
          ({ code }: { code: string }, context: Context) => find(type, code, context),
        ]),
      ),
      ...Object.fromEntries(
        byId.map((type) => [
          type,
          ({ id }: { id: string }, context: Context) => find(type, keyOfGlobalId(type, id), context),
        ]),
      ),
      Viewer: ({ id }: { id: string }, context: Context) => {
        const viewer = viewerOf(context);
        return viewer?.id === id ? viewer : null;
      },
    },
  });
}
