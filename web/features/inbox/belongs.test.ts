import { describe, expect, it } from 'vitest';
import { belongs, type Listed, type Watcher } from './belongs.ts';
import { filterOf, readAddress } from './inbox-address.ts';

const kase: Listed = {
  state: 'IN_PROGRESS',
  type: 'COMPLAINT',
  importance: 'HIGH',
  pillar: 'TIME',
  overdue: false,
  level: 'L1',
  appealed: false,
  proposed: false,
  entity: 'MIYAHUNA',
  category: 'WATER-CUT',
  governorate: 'ZARQA',
  holderPost: 'post-1',
  transferTo: null,
  transferAtRoom: false,
  subject: 'انقطاع المياه منذ تسعة أيام',
  reference: 'BK-2026-7Q4M-K2XD-9',
};
const nobody: Watcher = { posts: [], mainOf: [], operationRoom: false };
const fits = (change: Partial<Listed>, address: Parameters<typeof readAddress>[0], watcher = nobody) =>
  belongs({ ...kase, ...change }, filterOf(readAddress(address)), watcher);

describe('whether a case belongs in the list on the screen', () => {
  it('keeps an open case among the next breaches and drops an answered one', () => {
    expect(fits({}, {})).toBe(true);
    expect(fits({ state: 'RESOLVED' }, {})).toBe(false);
  });

  it('shows as mine what one of my posts holds', () => {
    expect(fits({}, { view: 'mine' }, { ...nobody, posts: ['post-1'] })).toBe(true);
    expect(fits({}, { view: 'mine' }, { ...nobody, posts: ['post-2'] })).toBe(false);
  });

  it('shows as unknown only what no entity is responsible for', () => {
    expect(fits({ state: 'SUBMITTED' }, { view: 'unknown' })).toBe(false);
    expect(fits({ state: 'SUBMITTED', entity: null }, { view: 'unknown' })).toBe(true);
  });

  it('follows the filters', () => {
    expect(fits({}, { importance: 'LOW' })).toBe(false);
    expect(fits({}, { type: 'COMPLAINT', q: 'المياه' })).toBe(true);
    expect(fits({}, { overdue: '1' })).toBe(false);
    expect(fits({}, { level: 'L1' })).toBe(true);
    expect(fits({}, { level: 'L2' })).toBe(false);
  });

  it('shows a transfer to whom it waits for: the entity that is asked, then the operation room', () => {
    const asked = { transferTo: 'WAJ', state: 'TRANSFER_PENDING' as const };
    const target = { ...nobody, mainOf: ['WAJ'] };
    const room = { ...nobody, operationRoom: true };
    expect(fits(asked, { view: 'incoming' }, target)).toBe(true);
    expect(fits(asked, { view: 'incoming' }, room)).toBe(false);
    expect(fits({ ...asked, transferAtRoom: true }, { view: 'incoming' }, room)).toBe(true);
    expect(fits({ ...asked, transferAtRoom: true }, { view: 'incoming' }, target)).toBe(false);
    expect(fits({}, { view: 'incoming' }, target)).toBe(false);
  });

  it('shows proposals and appeals while they wait', () => {
    expect(fits({ proposed: true }, { view: 'proposals' })).toBe(true);
    expect(fits({}, { view: 'proposals' })).toBe(false);
    expect(fits({ appealed: true, state: 'CLOSED' }, { view: 'appeals' })).toBe(true);
  });

  it('keeps out what only the server can tell, until the list is read anew', () => {
    expect(belongs(kase, { sector: ['WATER'] }, nobody)).toBe(false);
    expect(belongs(kase, { pillar: ['TIME'], category: ['WATER-CUT'] }, nobody)).toBe(true);
  });
});
