import { describe, expect, it } from 'vitest';
import { closedOf, filterCount, filterOf, noFilters, readAddress, writeAddress } from './inbox-address.ts';

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

  it('narrows by every list that the graph has, and says the same when it is written and read again', () => {
    const parameters = {
      type: 'REPORT',
      state: 'ASSIGNED',
      importance: 'LOW',
      level: 'L2',
      pillar: ['TIME', 'STAFF'],
      channel: 'COUNTER',
      entity: ['MOH', 'none'],
      sector: 'WATER',
      governorate: 'none',
      topic: 'WATER-CUT',
      assignee: 'UG9zdDpNT0gtU0ZQ',
      from: '2026-11-01',
      to: '2026-11-30',
      dueTo: '2026-12-01',
      group: 'entity',
    };
    const address = readAddress(parameters);
    expect(filterOf(address)).toEqual({
      type: ['REPORT'],
      state: ['ASSIGNED'],
      importance: ['LOW'],
      escalation: ['L2'],
      pillar: ['TIME', 'STAFF'],
      channel: ['COUNTER'],
      entity: ['MOH', ''],
      sector: ['WATER'],
      governorate: [''],
      category: ['WATER-CUT'],
      assignee: ['UG9zdDpNT0gtU0ZQ'],
      submitted: { from: '2026-11-01', to: '2026-12-01' },
      due: { from: '1970-01-01', to: '2026-12-02' },
    });
    const written = new URLSearchParams(writeAddress(address));
    const again = Object.fromEntries([...written.keys()].map((key) => [key, written.getAll(key)]));
    expect(readAddress(again)).toEqual(address);
    expect(filterCount(address)).toBe(13);
    expect(writeAddress(address, noFilters)).toBe('?group=entity');
  });

  it('leaves out the empty fields that a plain form sends, and what is no code', () => {
    const address = readAddress({
      entity: ['', 'MOH', '{"x":1}'],
      from: '',
      to: '',
      sector: '',
      topic: '../x',
    });
    expect(writeAddress(address)).toBe('?entity=MOH');
  });

  it.each([
    [{ from: '2026-02-30' }, { from: null, to: null }],
    [
      { from: '0000-01-01', to: '99999-01-01' },
      { from: null, to: null },
    ],
    [
      { from: '2026-05-02', to: '2026-05-01' },
      { from: '2026-05-01', to: '2026-05-02' },
    ],
    [{ to: '2026-05-01' }, { from: null, to: '2026-05-01' }],
  ])('reads the days %o as they can be meant', (given, days) => {
    expect(readAddress(given).filed).toEqual(days);
  });

  it('finds closed cases too when that is asked for, and knows where they are to be offered', () => {
    const search = readAddress({ q: 'KSPH' });
    expect(filterOf(search)).toEqual({ open: true, text: 'KSPH' });
    expect(closedOf(search)).toEqual({ open: false, text: 'KSPH' });
    const all = readAddress({ q: 'KSPH', all: '1' });
    expect(filterOf(all)).toEqual({ text: 'KSPH' });
    expect(closedOf(all)).toBeNull();
    expect(closedOf(readAddress({ q: 'x', view: 'review' }))).toBeNull();
  });

  it('knows how many cases stand before a page, and forgets it on the first', () => {
    const address = readAddress({ after: 'abc', seen: '50' });
    expect(address.seen).toBe(50);
    expect(writeAddress(address, { after: 'def', seen: 75 })).toBe('?seen=75&after=def');
    expect(writeAddress(address, { overdue: true })).toBe('?overdue=1');
    expect(readAddress({ seen: '50' }).seen).toBe(0);
    expect(readAddress({ after: 'abc', seen: '-4x' }).seen).toBe(0);
  });
});
