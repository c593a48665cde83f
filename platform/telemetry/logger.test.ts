import { QueryFailedError } from 'typeorm';
import { expect, it } from 'vitest';
import { loggedError } from './logger.ts';

it('logs a statement that failed without its values', () => {
  const cause = Object.assign(new Error('duplicate key value'), { code: '23505', constraint: 'contact_key' });
  const failed = new QueryFailedError('insert into contact values ($1)', ['+962790000000'], cause);
  const logged = loggedError(failed);
  expect(logged).toMatchObject({ message: 'duplicate key value', constraint: 'contact_key' });
  expect(JSON.stringify(logged)).not.toContain('790000000');
});
