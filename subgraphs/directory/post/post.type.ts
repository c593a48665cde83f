import { Node } from '@bekhedmetkom/platform/subgraph';
import type { Role } from '@bekhedmetkom/schema/events/vocabulary';
import { Directive, Field, ObjectType } from 'type-graphql';
import { NamedNode } from '../names/named-node.ts';
import { PostRole } from '../vocabulary/enums.ts';
import type { Post } from './post.ts';

@ObjectType('Post', {
  implements: Node,
  description: 'A place that work and escalation go to, whoever holds it.',
})
@Directive('@key(fields: "id")')
export class PostType extends NamedNode {
  @Field(() => PostRole, { description: 'What whoever holds it is there to do.' })
  role: Role;

  row: Post;

  constructor(row: Post) {
    super('Post', row.key, row.names);
    this.role = row.role;
    this.row = row;
  }
}
