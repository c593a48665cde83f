import { describe, expect, it } from 'vitest';
import { refused, typedValues } from './desk-result.ts';

const sent = { intent: 'propose' as const, values: { text: 'ما كتبته' }, lastSeen: 'e1' };

describe('the result of a form', () => {
  it('is nothing to show when there is no error', () => {
    expect(refused(sent, [])).toBeNull();
  });

  it('keeps what was typed when the case had moved on', () => {
    const result = refused(sent, [{ field: null, message: 'stale', code: 'CONFLICT' }]);
    expect(result).toMatchObject({ status: 'conflict', values: { text: 'ما كتبته' }, lastSeen: 'e1' });
  });

  it('names the field of each error', () => {
    const result = refused(sent, [
      { field: ['input', 'text'], message: 'too short', code: 'BAD_USER_INPUT' },
    ]);
    expect(result).toMatchObject({ status: 'invalid', errors: [{ field: 'text', message: 'too short' }] });
  });

  it('keeps what was typed into any form, and nothing that the page sends along', () => {
    const form = new FormData();
    form.set('intent', 'transfer');
    form.set('version', '3');
    form.set('$ACTION_REF_1', '');
    form.set('reason', 'ليست من اختصاصنا');
    form.set('entityCode', 'WAJ');
    expect(typedValues(form)).toEqual({ reason: 'ليست من اختصاصنا', entityCode: 'WAJ' });
  });
});
