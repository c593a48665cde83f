import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../graph/context.ts';
import { uuidOf } from '../reference/uuid-of.ts';
import { nothingThere } from '../refusal/not-found.ts';
import { toUserError } from '../refusal/refusal.ts';
import { ownerOf, removeView, reorderViews, saveView, type ViewResult } from './save-view.ts';
import { savedViewsOf } from './saved-view.repository.ts';
import { SavedView, SavedViewPayload, SaveViewInput, toSavedView } from './saved-view.type.ts';

@Resolver()
export class SavedViewResolver {
  readonly #database: Database;
  constructor(database: Database) {
    this.#database = database;
  }

  @Query(() => [SavedView], {
    description: 'The viewer’s own views, in their order. NOT_FOUND to who is no staff.',
  })
  async savedViews(@Ctx() { viewer }: Context): Promise<SavedView[]> {
    return (await savedViewsOf(this.#database, ownerOf(viewer))).map(toSavedView);
  }

  @Mutation(() => SavedViewPayload, {
    description: 'Keeps a view, new or changed: a name, a filter, an order. At most 50 a person.',
  })
  async saveView(
    @Arg('input', () => SaveViewInput) { id, name, filter, orderBy }: SaveViewInput,
    @Ctx() { viewer }: Context,
  ): Promise<SavedViewPayload> {
    const key = id ? uuidOf('SavedView', id) : null;
    if (id && key === null) throw nothingThere(viewer.language);
    const input = { id: key, name, filter, orderBy: orderBy ?? 'NEXT_BREACH' };
    return toPayload(await saveView(this.#database, input, viewer), viewer);
  }

  @Mutation(() => SavedViewPayload, { description: 'Removes a view of one’s own.' })
  async removeView(@Arg('id', () => ID) id: string, @Ctx() { viewer }: Context): Promise<SavedViewPayload> {
    return toPayload(await removeView(this.#database, uuidOf('SavedView', id), viewer), viewer);
  }

  @Mutation(() => SavedViewPayload, {
    description: 'Puts one’s views in this order; those that are not named follow as they stood.',
  })
  async reorderViews(
    @Arg('ids', () => [ID]) ids: string[],
    @Ctx() { viewer }: Context,
  ): Promise<SavedViewPayload> {
    const keys = ids.map((id) => uuidOf('SavedView', id)).filter((key) => key !== null);
    return toPayload(await reorderViews(this.#database, keys, viewer), viewer);
  }
}

function toPayload({ view, views, refusals }: ViewResult, { language }: Viewer): SavedViewPayload {
  return {
    view: view && toSavedView(view),
    views: views.map(toSavedView),
    userErrors: refusals.map((refusal) => toUserError(refusal, language)),
  };
}
