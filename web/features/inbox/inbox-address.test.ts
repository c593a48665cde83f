import { describe, expect, it } from 'vitest';
import { belongs, filterCount, filterOf, type Listed, readAddress, writeAddress } from './inbox-address.ts';

const kase: Listed = {
  state: 'IN_PROGRESS',
  type: 'COMPLAINT',
  importance: 'HIGH',
  overdue: false,
  entity: 'MIYAHUNA',
  holderPost: 'post-1',
  subject: 'انقطاع المياه منذ تسعة أيام',
  reference: 'BK-2026-7Q4M-K2XD-9',
};

describe('the address of the inbox', () => {
  it('is the next breaches when nothing is asked', () => {
    expect(readAddress({})).toMatchObject({ view: 'next', types: [], text: '', after: null });
    expect(writeAddress(readAddress({}))).toBe('');
  });

  it('survives being written and read again', () => {
    const address = readAddress({ view: 'mine', type: ['REPORT', 'COMPLAINT'], overdue: '1', q: ' مياه ' });
    const written = new URLSearchParams(writeAddress(address));
    expect(
      readAddress({ view: written.get('view') ?? '', type: written.getAll('type'), overdue: '1', q: 'مياه' }),
    ).toEqual(address);
  });

  it('leaves out what it does not know, so that no address breaks the page', () => {
    expect(readAddress({ view: '__proto__', type: 'NONSENSE', importance: ['HIGH', 'X'] })).toMatchObject({
      view: 'next',
      types: [],
      importances: ['HIGH'],
    });
  });

  it('begins at the first page again when a filter changes', () => {
    const address = readAddress({ after: 'abc' });
    expect(writeAddress(address, { overdue: true })).toBe('?overdue=1');
    expect(writeAddress(address, { after: 'def' })).toBe('?after=def');
  });

  it('lets states chosen by hand replace those of the view', () => {
    expect(filterOf(readAddress({ state: 'CLOSED' }))).toEqual({ state: ['CLOSED'] });
  });

  it('accepts Arabic digits in the search', () => {
    expect(filterOf(readAddress({ q: 'العداد ٤٠٧١٨' })).text).toBe('العداد 40718');
  });

  it('counts the filters that are set', () => {
    expect(filterCount(readAddress({ type: ['REPORT', 'INQUIRY'], overdue: '1' }))).toBe(2);
  });
});

describe('whether a case belongs in the list on the screen', () => {
  it('keeps an open case among the next breaches and drops an answered one', () => {
    expect(belongs(kase, readAddress({}), [])).toBe(true);
    expect(belongs({ ...kase, state: 'RESOLVED' }, readAddress({}), [])).toBe(false);
  });

  it('shows as mine what one of my posts holds', () => {
    expect(belongs(kase, readAddress({ view: 'mine' }), ['post-1'])).toBe(true);
    expect(belongs(kase, readAddress({ view: 'mine' }), ['post-2'])).toBe(false);
  });

  it('shows as unknown only what no entity is responsible for', () => {
    const submitted = { ...kase, state: 'SUBMITTED' as const };
    expect(belongs(submitted, readAddress({ view: 'unknown' }), [])).toBe(false);
    expect(belongs({ ...submitted, entity: null }, readAddress({ view: 'unknown' }), [])).toBe(true);
  });

  it('follows the filters', () => {
    expect(belongs(kase, readAddress({ importance: 'LOW' }), [])).toBe(false);
    expect(belongs(kase, readAddress({ type: 'COMPLAINT', q: 'المياه' }), [])).toBe(true);
    expect(belongs(kase, readAddress({ overdue: '1' }), [])).toBe(false);
  });
});
