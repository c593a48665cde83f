import { describe, expect, it } from 'vitest';
import { publicMetadata } from './public-metadata.ts';

const of = (path: string, locale: 'ar' | 'en' = 'ar') =>
  publicMetadata(path, locale, 'https://bekhedmetkom.example', 'بخدمتكم');

describe('what a page tells programs', () => {
  it.each(['', '/track', '/performance', '/performance/MOH', '/about/privacy', '/submit'])(
    'names itself in both languages: %s',
    (below) => {
      const { alternates, openGraph } = of(`/en${below}?window=quarter`, 'en');
      expect(alternates?.canonical).toBe(`https://bekhedmetkom.example/en${below}`);
      expect(alternates?.languages).toMatchObject({
        ar: `https://bekhedmetkom.example/ar${below}`,
        en: `https://bekhedmetkom.example/en${below}`,
      });
      expect(openGraph).toMatchObject({ locale: 'en_GB', url: `https://bekhedmetkom.example/en${below}` });
    },
  );

  it.each([
    '/ar/track/BK-2026-7Q4M-K2XD-9',
    '/ar/rate/a-secret-token',
    '/ar/confirm-address/a-secret-token',
    '/ar/mine',
    '/ar/notifications',
    '/ar/submit/what?draft=1',
    '/ar/sign-in?to=/ar/mine',
    '/en/performance',
  ])('says nothing of %s', (path) => {
    expect(of(path)).toEqual({});
  });
});
