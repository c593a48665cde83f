import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { Fault, formatGraphQLError, isUnavailable } from './errors.ts';

const wrapped = (originalError: Error) =>
  new GraphQLError(originalError.message, { path: ['a'], originalError });

describe('what a caller sees of an error', () => {
  it('is a fault as it was thrown, with its place', () => {
    const fault = new Fault('CONFLICT', 'changed meanwhile', {
      cause: new Error('secret'),
      extensions: { version: 4 },
    });
    expect(formatGraphQLError(wrapped(wrapped(fault)))).toEqual({
      message: 'changed meanwhile',
      path: ['a'],
      extensions: { code: 'CONFLICT', version: 4 },
    });
  });

  it('is nothing of an internal fault or of any other error, but the request id', () => {
    for (const error of [
      new Fault('INTERNAL_SERVER_ERROR', 'secret'),
      new Error('secret'),
      new GraphQLError('secret'),
    ]) {
      const hidden: unknown[] = [];
      const shown = formatGraphQLError(wrapped(error), {
        requestId: 'r-1',
        report: (one) => hidden.push(one),
      });
      expect(shown).toEqual({
        message: 'Something went wrong on our side.',
        path: ['a'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'r-1' },
      });
      expect(hidden).toHaveLength(1);
    }
  });

  it('is what is wrong with the request', () => {
    const error = new GraphQLError('Cannot query field', {
      originalError: new GraphQLError('Cannot query field'),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', stacktrace: ['secret'] },
    });
    expect(formatGraphQLError(error)).toEqual({
      message: 'Cannot query field',
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  });

  it('is that the database is away, whatever the driver calls it', () => {
    const losses = [
      Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      Object.assign(new AggregateError([Object.assign(new Error('::1'), { code: 'ECONNREFUSED' })])),
      Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
      new Error('Query read timeout'),
      new Error('timeout exceeded when trying to connect'),
      new Error('Connection terminated unexpectedly'),
      Object.assign(new Error('query failed'), { driverError: { code: '08006' } }),
      new Error('while reading', { cause: { code: 'ECONNRESET' } }),
    ];
    for (const loss of losses) {
      expect(formatGraphQLError(wrapped(loss)).extensions?.code, loss.message).toBe('SERVICE_UNAVAILABLE');
    }
    expect(isUnavailable(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBe(false);
    expect(isUnavailable(null)).toBe(false);
  });

  it('is that one statement took too long, which is no outage', () => {
    const stopped = Object.assign(new Error('canceling statement due to statement timeout'), {
      code: '57014',
    });
    for (const error of [stopped, Object.assign(new Error('query failed'), { driverError: stopped })]) {
      expect(isUnavailable(error)).toBe(false);
      expect(formatGraphQLError(wrapped(error), { requestId: 'r-2' }).extensions).toEqual({
        code: 'QUERY_TIMEOUT',
        requestId: 'r-2',
      });
    }
  });

  it('is said in the language of the caller', () => {
    const fault = new Fault('RATE_LIMITED', { ar: 'انتظروا قليلاً.', en: 'Please wait.' });
    expect(formatGraphQLError(wrapped(fault), { language: 'ar' }).message).toBe('انتظروا قليلاً.');
    expect(formatGraphQLError(wrapped(fault), { language: 'en' }).message).toBe('Please wait.');
    expect(formatGraphQLError(wrapped(new Error('x')), { language: 'ar' }).message).toMatch(
      /^[\u0600-\u06ff]/,
    );
  });
});
