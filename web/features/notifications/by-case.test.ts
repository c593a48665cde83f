import { describe, expect, it } from 'vitest';
import { byCase } from './by-case.ts';
import { addressAfter } from './notification-address.ts';

const about = (id: string, reference: string | null) => ({
  id,
  case: reference === null ? null : { reference },
});

describe('notifications', () => {
  it('stand together for each request, where the newest of them is, and alone when they are about none', () => {
    const list = [
      about('4', 'BK-A'),
      about('3', 'BK-B'),
      about('2', null),
      about('1', 'BK-A'),
      about('0', null),
    ];
    const groups = byCase(list).map(({ key, notifications }) => [key, notifications.map(({ id }) => id)]);
    expect(groups).toEqual([
      ['BK-A', ['4', '1']],
      ['BK-B', ['3']],
      ['2', ['2']],
      ['0', ['0']],
    ]);
  });

  it('lead staff to the case within the workspace, and back to the list there', () => {
    const staff = { area: 'staff', locale: 'en' };
    expect(addressAfter({ ...staff, reference: 'BK-2026-AAAA-BBBB-C' })).toBe(
      '/en/staff/cases/BK-2026-AAAA-BBBB-C',
    );
    expect(addressAfter(staff)).toBe('/en/staff/notifications');
    expect(addressAfter({ locale: 'en', reference: 'BK-2026-AAAA-BBBB-C' })).toBe(
      '/en/track/BK-2026-AAAA-BBBB-C',
    );
    expect(addressAfter({})).toBe('/ar/notifications');
  });

  it('lead nowhere else, whatever the form says', () => {
    expect(addressAfter({ locale: '//example.com', area: 'staff', reference: '../../x' })).toBe(
      '/ar/staff/notifications',
    );
  });
});
