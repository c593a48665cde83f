import { toGlobalId, UserError } from '@bekhedmetkom/platform/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { CaseFilter, CaseOrder } from '../case-list/case-filter.ts';
import { CaseFilterInput } from '../graph/case-filter.type.ts';
import { caseOrderEnum } from '../graph/vocabulary.type.ts';
import type { SavedViewRow } from './saved-view.entity.ts';

@ObjectType({ description: 'A list of cases that somebody comes back to. Seen by its owner only.' })
export class SavedView {
  @Field(() => ID, { description: 'Global id.' })
  id: string;
  @Field(() => String, { description: 'What its owner calls it.' })
  name: string;
  @Field(() => CaseFilterInput, { description: 'What the list is narrowed to.' })
  filter: CaseFilter;
  @Field(() => caseOrderEnum, { description: 'How the list is sorted.' })
  orderBy: CaseOrder;
}

@InputType({ description: 'A view, new or changed.' })
export class SaveViewInput {
  @Field(() => ID, { nullable: true, description: 'Global id of the one to change; without: a new one.' })
  id?: string | null;
  @Field(() => String, { description: 'What to call it; at most 80 characters, like no other.' })
  name: string;
  @Field(() => CaseFilterInput, { description: 'What to narrow the list to.' })
  filter: CaseFilterInput;
  @Field(() => caseOrderEnum, {
    nullable: true,
    defaultValue: 'NEXT_BREACH',
    description: 'How to sort the list.',
  })
  orderBy?: CaseOrder | null;
}

@ObjectType({ description: 'What became of a change to one’s views.' })
export class SavedViewPayload {
  @Field(() => SavedView, { nullable: true, description: 'The view that was kept; null otherwise.' })
  view: SavedView | null;
  @Field(() => [SavedView], { description: 'All of one’s views afterwards, in their order.' })
  views: SavedView[];
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors: UserError[];
}

export function toSavedView({ id, name, filter, orderBy }: SavedViewRow): SavedView {
  return { id: toGlobalId('SavedView', id), name, filter, orderBy };
}
