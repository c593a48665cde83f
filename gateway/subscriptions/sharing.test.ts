import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isShared, personalFields, sharedFieldNames, streamViewer } from './sharing.ts';

const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));

describe('what may be shared', () => {
  it('names fields that clients can ask for', () => {
    for (const name of sharedFieldNames)
      expect(schema.getSubscriptionType()?.getFields()).toHaveProperty(name);
    for (const coordinate of personalFields) {
      const [type = '', field = ''] = coordinate.split('.');
      const found = schema.getType(type);
      expect(isObjectType(found) && found.getFields(), coordinate).toHaveProperty(field);
    }
  });

  it('is only what is the same for a whole scope', () => {
    expect(isShared('operationFeed', {}, false)).toBe(true);
    expect(isShared('operationFeed', { filter: { mine: false } }, false)).toBe(true);
    expect(isShared('operationFeed', { filter: { mine: true } }, false)).toBe(false);
    expect(isShared('operationFeed', {}, true)).toBe(false);
    expect(isShared('caseChanged', {}, false)).toBe(false);
    expect(isShared('notificationReceived', {}, false)).toBe(false);
  });

  it('is executed in nobody’s name, and what is not in the caller’s own', () => {
    const viewer = {
      kind: 'person' as const,
      subject: 'p',
      grants: [],
      language: 'ar' as const,
      client: 'key',
    };
    expect(streamViewer(viewer, true)).toEqual({ ...viewer, subject: null, client: null });
    expect(streamViewer(viewer, false)).toEqual({ ...viewer, client: null });
  });
});
