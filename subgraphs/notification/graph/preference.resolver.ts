import type { Viewer } from '@bekhedmetkom/platform/auth';
import { LanguageCode } from '@bekhedmetkom/platform/subgraph';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { readPreference, savePreference } from '../preference/preference.repository.ts';
import type { Preference } from '../preference/preference.ts';
import type { Context } from './context.ts';
import { ownSubject } from './notification.policy.ts';
import {
  NotificationPreferences,
  NotificationPreferencesInput,
  NotificationPreferencesPayload,
} from './preference.type.ts';

@Resolver()
export class PreferenceResolver {
  @Query(() => NotificationPreferences, { description: 'How the viewer wants to be told.' })
  async notificationPreferences(@Ctx() { viewer, database }: Context): Promise<NotificationPreferences> {
    return toType(await readPreference(database, ownSubject(viewer)), viewer);
  }

  @Mutation(() => NotificationPreferencesPayload, { description: 'Changes how the viewer wants to be told.' })
  async setNotificationPreferences(
    @Arg('input', () => NotificationPreferencesInput) input: NotificationPreferencesInput,
    @Ctx() { viewer, database }: Context,
  ): Promise<NotificationPreferencesPayload> {
    const saved = await savePreference(database, ownSubject(viewer), {
      ...(input.email != null && { email: input.email }),
      ...(input.inApp != null && { inApp: input.inApp }),
      ...(input.language != null && { language: input.language }),
    });
    return { preferences: toType(saved, viewer), userErrors: [] };
  }
}

function toType({ email, inApp, language }: Preference, viewer: Viewer): NotificationPreferences {
  return {
    email,
    inApp,
    language: (language ?? viewer.language) === 'ar' ? LanguageCode.AR : LanguageCode.EN,
  };
}
