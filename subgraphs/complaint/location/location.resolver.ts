import { Arg, Query, Resolver } from 'type-graphql';
import type { Directory } from '../directory/directory.ts';
import { jordan } from './jordan.ts';
import { governorateAt } from './location.ts';
import { PointInput } from './point.type.ts';

/** Tells a form beforehand what `submitCase` will say to a point. */
@Resolver()
export class LocationResolver {
  readonly #directory: () => Directory;
  constructor(directory: () => Directory) {
    this.#directory = directory;
  }

  @Query(() => String, {
    nullable: true,
    description:
      'Code of the governorate in which submitCase puts a point: the one around it, or the nearest within two kilometres (shores, bridges). Null for a point that submitCase refuses as outside the country.',
  })
  governorateAt(
    @Arg('point', () => PointInput, { description: 'The place on the map.' }) point: PointInput,
  ): string | null {
    const iso = governorateAt(point, jordan);
    return iso === null ? null : (this.#directory().governorateOf(iso)?.code ?? iso);
  }
}
