import { Node } from '@bekhedmetkom/platform/subgraph';
import { Directive, ObjectType } from 'type-graphql';

// Owned by other subgraphs, which alone know whether such a thing exists and whether the caller may see it.

@ObjectType('Case', { implements: Node })
@Directive('@key(fields: "id", resolvable: false)')
export class CaseStub extends Node {
  readonly __typename = 'Case';
}

@ObjectType('Notification', { implements: Node })
@Directive('@key(fields: "id", resolvable: false)')
export class NotificationStub extends Node {
  readonly __typename = 'Notification';
}
