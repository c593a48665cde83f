import { LanguageCode, UserError } from '@bekhedmetkom/platform/subgraph';
import { Field, InputType, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How the viewer wants to be told.' })
export class NotificationPreferences {
  @Field(() => Boolean, { description: 'Whether mails are sent about the viewer’s own cases.' })
  email: boolean;

  @Field(() => Boolean, {
    description:
      'Whether notifications are kept in the application. What waits for a decision of the viewer, and that a case is late, is told all the same.',
  })
  inApp: boolean;

  @Field(() => LanguageCode, { description: 'The language of mails.' })
  language: LanguageCode;
}

@InputType({ description: 'What is given changes, the rest stays.' })
export class NotificationPreferencesInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether mails are sent.' })
  email?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether notifications are kept in the application.' })
  inApp?: boolean | null;

  @Field(() => LanguageCode, { nullable: true, description: 'The language of mails.' })
  language?: LanguageCode | null;
}

@ObjectType({ description: 'What became of changing the preferences.' })
export class NotificationPreferencesPayload {
  @Field(() => NotificationPreferences, { nullable: true, description: 'As they are now.' })
  preferences: NotificationPreferences | null;

  @Field(() => [UserError], { description: 'Empty when it was done.' })
  userErrors: UserError[];
}
