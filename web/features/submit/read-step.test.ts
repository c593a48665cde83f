import { describe, expect, it } from 'vitest';
import { readStep } from './read-step.ts';

const errorsOf = (reading: ReturnType<typeof readStep>) =>
  'problems' in reading ? reading.problems.map((problem) => `${problem.field}: ${problem.error}`) : [];

describe('an answer', () => {
  it('of a kind that does not exist is asked for again', () => {
    for (const type of ['BRIBE', '', 'REPORT.BRIBE', 'REPORT.']) {
      expect(errorsOf(readStep('type', { type }))).toEqual(['type: typeMissing']);
    }
  });

  it('says the programme together with the kind', () => {
    expect(readStep('type', { type: 'REPORT.SMOKING' })).toEqual({
      answers: { type: 'REPORT', programme: 'SMOKING' },
    });
    expect(readStep('type', { type: 'INQUIRY' })).toEqual({
      answers: { type: 'INQUIRY', programme: 'GOVERNMENT_SERVICES' },
    });
  });

  it('in words is cleaned at its ends and its line breaks', () => {
    expect(readStep('what', { subject: '  انقطاع \n المياه ', text: 'a\r\nb \n' })).toEqual({
      answers: { subject: 'انقطاع المياه', text: 'a\nb' },
    });
  });

  it('says all that is wrong at once', () => {
    expect(errorsOf(readStep('what', { subject: '', text: '' }))).toEqual([
      'subject: subjectMissing',
      'text: textMissing',
    ]);
  });

  it('counts characters, not code units', () => {
    expect(readStep('what', { subject: '🚰🚰🚰', text: '🚰'.repeat(20_000) })).toHaveProperty('answers');
    expect(errorsOf(readStep('what', { subject: 'abc', text: 'x'.repeat(20_001) }))).toEqual([
      'text: textLong',
    ]);
    expect(errorsOf(readStep('what', { subject: '🚰🚰', text: 'x' }))).toEqual(['subject: subjectShort']);
  });

  it('keeps the words of what was pasted, whatever else came along', () => {
    const pasted = { subject: '\ufeffانقطاع\u00a0الميا\u0000ه', text: 'a\u000bb\u2028c\u0007 \u0085d' };
    expect(readStep('what', pasted)).toEqual({
      answers: { subject: 'انقطاع المياه', text: 'a\nb\nc \nd' },
    });
    expect(errorsOf(readStep('what', { subject: '\u200f\u200b', text: '\u0000' }))).toEqual([
      'subject: subjectMissing',
      'text: textMissing',
    ]);
  });

  it('may leave the entity to us', () => {
    expect(readStep('who', { entity: 'unknown' })).toEqual({ answers: { entity: null } });
    expect(readStep('who', { entity: 'MOH' })).toEqual({ answers: { entity: 'MOH' } });
    expect(errorsOf(readStep('who', {}))).toEqual(['entity: entityMissing']);
  });

  it('may be tied to no place', () => {
    expect(readStep('where', { governorate: 'none', district: '' })).toEqual({
      answers: { governorate: null, district: '', point: null },
    });
  });

  it('may be a point, in digits of any kind', () => {
    const point = { latitude: 32.0728, longitude: 36.088 };
    for (const typed of ['32.0728, 36.088', '٣٢٫٠٧٢٨، ٣٦٫٠٨٨', '۳۲٫۰۷۲۸ ۳۶٫۰۸۸'])
      expect(readStep('where', { point: typed })).toEqual({
        answers: { governorate: null, district: '', point },
      });
  });

  it('is not half a point', () => {
    expect(errorsOf(readStep('where', { governorate: 'none', point: '31.78' }))).toEqual([
      'point: pointWrong',
    ]);
  });

  it('may say whom a compliment is for, or not', () => {
    expect(readStep('credit', { creditedUnit: '', creditedName: ' هدى  سالم ' })).toEqual({
      answers: { creditedUnit: null, creditedName: 'هدى سالم' },
    });
    expect(errorsOf(readStep('credit', { creditedName: 'a'.repeat(121) }))).toEqual([
      'creditedName: creditedNameLong',
    ]);
  });

  it('follows another request, or is different', () => {
    expect(readStep('similar', { follows: 'U2ltOjE' })).toEqual({ answers: { follows: 'U2ltOjE' } });
    expect(readStep('similar', {})).toEqual({ answers: { follows: null } });
  });

  it.each(['٠٧٩ ١٢٣ ٤٥٦٧', '\u200b0791234567', '+962 (0)79 123 4567'])(
    'takes the phone number %j',
    (phone) => {
      expect(readStep('you', { identity: 'named', phone })).toMatchObject({ answers: { anonymous: false } });
    },
  );

  it.each(["o'brien@example.ie", 'user@bücher.example'])('takes the address %s', (email) => {
    expect(readStep('you', { identity: 'named', email })).toMatchObject({ answers: { email } });
  });

  it('says at once what the complaint program would refuse', () => {
    const wrong = { identity: 'named', phone: '0741234567', email: 'a..b@example.com' };
    expect(errorsOf(readStep('you', wrong))).toEqual(['email: emailWrong', 'phone: phoneWrong']);
  });

  it('with a name needs a way to be reached, unless signed in', () => {
    expect(errorsOf(readStep('you', { identity: 'named', name: 'رانيا' }))).toEqual(['email: reachMissing']);
    expect(readStep('you', { identity: 'named', signedIn: 'yes' })).toHaveProperty('answers');
  });

  it('without a name keeps none, nor what was typed for another choice', () => {
    const typed = { name: 'رانيا', phone: '0791234567', email: 'rania@example.jo' };
    expect(readStep('you', { identity: 'anonymous', ...typed, quietEmail: 'a@example.jo' })).toMatchObject({
      answers: { anonymous: true, name: '', phone: '', email: 'a@example.jo' },
    });
  });

  it('has an e-mail that could be one', () => {
    expect(errorsOf(readStep('you', { identity: 'anonymous', quietEmail: 'name@' }))).toEqual([
      'quietEmail: emailWrong',
    ]);
  });
});
