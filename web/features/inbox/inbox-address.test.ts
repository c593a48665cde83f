import { describe, expect, it } from 'vitest';
import { filterCount, filterOf, readAddress, writeAddress } from './inbox-address.ts';

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

  it('looks through a saved view, with filters on top of it', () => {
    const address = readAddress({ saved: 'v1', view: 'mine', importance: 'HIGH' });
    expect(writeAddress(address)).toBe('?saved=v1&importance=HIGH');
    expect(filterOf(address, { open: true, pillar: ['TIME'] })).toEqual({
      open: true,
      pillar: ['TIME'],
      importance: ['HIGH'],
    });
  });

  it('narrows to levels of the ladder', () => {
    const address = readAddress({ view: 'escalated', level: ['L3', 'L9'] });
    expect(filterOf(address)).toEqual({ open: true, escalation: ['L3'] });
    expect(writeAddress(address)).toBe('?view=escalated&level=L3');
  });
});
