import type { Database } from '@bekhedmetkom/platform/database';
import type { CaseType, Programme } from '@bekhedmetkom/schema/events/vocabulary';
import { Arg, Query, Resolver } from 'type-graphql';
import type { Directory } from '../directory/directory.ts';
import { caseTypeEnum, programmeEnum } from '../graph/vocabulary.type.ts';
import { PointInput } from '../location/point.type.ts';
import { findSimilar } from './find-similar.ts';
import { SimilarCase, toSimilarCase } from './similar.type.ts';

@Resolver()
export class SimilarResolver {
  readonly #around: { database: Database; directory(): Directory };
  constructor(deps: { database: Database; directory(): Directory }) {
    this.#around = deps;
  }

  @Query(() => [SimilarCase], {
    description:
      'At most three open cases that say much the same, the likest first, for whoever is about to file: by words in Arabic or English, of the same type, at the same place (500 metres; without a point the same district or governorate; or both tied to no place), and of no other category. Never confidential reports, cases of restricted programmes, personal matters (`Category.personal`), or cases whose category is not known yet.',
  })
  async similarCases(
    @Arg('subject', () => String, { description: 'What the case is about, in one line.' }) subject: string,
    @Arg('text', () => String, { description: 'The rest of it; may be empty.' }) text: string,
    @Arg('category', () => String, { nullable: true, description: 'Code of the category.' })
    category: string | null,
    @Arg('governorate', () => String, { nullable: true, description: 'Code of the governorate.' })
    governorate: string | null,
    @Arg('point', () => PointInput, { nullable: true, description: 'The place on the map.' })
    point: PointInput | null,
    @Arg('type', () => caseTypeEnum, { nullable: true, description: 'Type of the case that would be filed.' })
    type: CaseType | null,
    @Arg('programme', () => programmeEnum, { nullable: true, description: 'Its programme.' })
    programme: Programme | null,
    @Arg('district', () => String, { nullable: true, description: 'District, in the viewer’s words.' })
    district: string | null,
  ): Promise<SimilarCase[]> {
    const { database, directory } = this.#around;
    const about = {
      subject,
      text,
      category: category ?? null,
      type: type ?? null,
      programme: programme ?? null,
    };
    const place = { governorate: governorate ?? null, point: point ?? null, district: district ?? null };
    return (await findSimilar(database, directory(), { ...about, ...place })).map(toSimilarCase);
  }
}
