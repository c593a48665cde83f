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

  it('with control characters is refused', () => {
    expect(errorsOf(readStep('what', { subject: 'abc\u0007', text: 'x\u0000' }))).toEqual([
      'subject: controls',
      'text: controls',
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

  it('may be a point, which decides the governorate', () => {
    expect(readStep('where', { governorate: 'AMMAN', point: '32.0728, 36.088' })).toEqual({
      answers: { governorate: 'ZARQA', district: '', point: { latitude: 32.0728, longitude: 36.088 } },
    });
    expect(readStep('where', { point: '٣٢٫٠٧٢٨، ٣٦٫٠٨٨' })).toMatchObject({
      answers: { governorate: 'ZARQA' },
    });
  });

  it('is not a point abroad, nor half a point', () => {
    expect(errorsOf(readStep('where', { governorate: 'none', point: '31.78, 35.2' }))).toEqual([
      'point: pointOutside',
    ]);
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

  it('takes digits of both kinds in a phone number', () => {
    expect(readStep('you', { identity: 'named', phone: '٠٧٩ ١٢٣ ٤٥٦٧' })).toMatchObject({
      answers: { anonymous: false, phone: '079 123 4567' },
    });
  });

  it('with a name needs a way to be reached, unless signed in', () => {
    expect(errorsOf(readStep('you', { identity: 'named', name: 'رانيا' }))).toEqual(['phone: reachMissing']);
    expect(readStep('you', { identity: 'named', signedIn: 'yes' })).toHaveProperty('answers');
  });

  it('without a name keeps none', () => {
    expect(readStep('you', { identity: 'anonymous', name: 'رانيا' })).toMatchObject({
      answers: { anonymous: true, name: '' },
    });
  });

  it('has an e-mail that could be one', () => {
    expect(errorsOf(readStep('you', { identity: 'anonymous', email: 'name@' }))).toEqual([
      'email: emailWrong',
    ]);
  });
});
