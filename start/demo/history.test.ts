import { describe, expect, it } from 'vitest';
import { demoHistory, type Place, type Story } from './history.ts';
import stories from './stories.json' with { type: 'json' };

const now = new Date('2026-11-23T09:00:00Z');
const codes = [...new Set(stories.map((story) => story.entity))];
const place: Place = {
  entities: codes.map((code) => ({ code, sector: 'ONE' })),
  categories: [...new Set(stories.map((story) => story.category))].map((code) => ({
    code,
    sector: 'ONE',
    pillar: 'TIME',
  })),
};
const past = () => demoHistory(stories as Story[], place, { now, days: 90, count: 800 });

describe('the demonstration past', () => {
  it('is the same each time', () => {
    expect(past()).toEqual(past());
  });

  it('lies in the past, each date after the one before', () => {
    for (const record of past()) {
      const dates: string[] = [
        record.submittedAt,
        record.acknowledgedAt,
        record.startedAt,
        record.publishedAt,
        record.closedAt,
      ].filter((date) => date !== null);
      expect(dates).toEqual(dates.toSorted());
      expect((dates.at(-1) ?? '') <= now.toISOString()).toBe(true);
    }
  });

  it('leaves some cases open and closes most', () => {
    const closed = past().filter((record) => record.closedAt).length;
    expect(closed).toBeGreaterThan(400);
    expect(past().length - closed).toBeGreaterThan(30);
  });

  it('answers a published case in words and never an open one', () => {
    for (const record of past()) expect(Boolean(record.answer)).toBe(record.publishedAt !== null);
  });
});
