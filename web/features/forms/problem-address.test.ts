import { describe, expect, it } from 'vitest';
import { withoutProblem, withProblem } from './problem-address.ts';

const [first, second] = ['AbcDefGhi-_1', 'AbcDefGhi-_2'];

describe('the address of a form that came back', () => {
  it('names what was wrong, beside what it said already', () => {
    expect(withProblem('/ar/track', first)).toBe(`/ar/track?form=${first}`);
    expect(withProblem('/ar/submit/what?draft=x&type=INQUIRY', first)).toBe(
      `/ar/submit/what?draft=x&type=INQUIRY&form=${first}`,
    );
  });

  it('names the last attempt only', () => {
    expect(withProblem(withProblem('/ar/track', first), second)).toBe(`/ar/track?form=${second}`);
    expect(withoutProblem(`/ar/track?form=${second}`).id).toBe(second);
  });

  it.each(['/ar/track', '/ar/track?form=', '/ar/track?form=../x', `/ar/track?form=${first}0`])(
    'names nothing in %s',
    (path) => {
      expect(withoutProblem(path).id).toBeNull();
    },
  );
});
