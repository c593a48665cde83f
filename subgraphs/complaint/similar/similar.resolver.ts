import type { Database } from '@bekhedmetkom/platform/database';
import { Arg, Query, Resolver } from 'type-graphql';
import type { Directory } from '../directory/directory.ts';
import { PointInput } from '../location/point.type.ts';
import { findSimilar } from './find-similar.ts';
import { SimilarCase, toSimilarCase } from './similar.type.ts';

@Resolver()
export class SimilarResolver {
  readonly #around: { database: Database; directory(): Directory };
  constructor(around: { database: Database; directory(): Directory }) {
    this.#around = around;
  }

  @Query(() => [SimilarCase], {
    description:
      'At most five open cases that say much the same, the likest first, for whoever is about to file: by words in Arabic or English, place and category. Never confidential reports, nor cases of restricted programmes.',
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
    @Arg('district', () => String, { nullable: true, description: 'District, in the viewer’s words.' })
    district: string | null,
  ): Promise<SimilarCase[]> {
    const { database, directory } = this.#around;
    const sought = { subject, text, category, governorate, point, district };
    return (await findSimilar(database, directory(), sought)).map(toSimilarCase);
  }
}
