import type { Role } from '@bekhedmetkom/schema/events/vocabulary';
import { describe, expect, it } from 'vitest';
import { buildDirectory } from '../directory/directory.ts';
import { outlook, recipients } from './recipients.ts';

interface Held {
  role: Role;
  entity?: string;
  superior?: string;
  programme?: string;
}

const posts: Record<string, Held> = {
  'MOH-SFP': { role: 'SUB_FOCAL_POINT', entity: 'MOH', superior: 'MOH-MFP' },
  'MOH-MFP': { role: 'MAIN_FOCAL_POINT', entity: 'MOH', superior: 'MOH-SG' },
  'MOH-SG': { role: 'SECRETARY_GENERAL', entity: 'MOH', superior: 'MOH-MIN' },
  'MOH-MIN': { role: 'MINISTER', entity: 'MOH', superior: 'PMO-1' },
  'JFDA-MFP': { role: 'MAIN_FOCAL_POINT', entity: 'JFDA', superior: 'JFDA-SG' },
  'JFDA-SG': { role: 'SECRETARY_GENERAL', entity: 'JFDA', superior: 'MOH-MIN' },
  'OR-1': { role: 'OPERATION_ROOM', superior: 'PMO-1' },
  'OR-2': { role: 'OPERATION_ROOM', superior: 'PMO-1' },
  'PMO-1': { role: 'PRIME_MINISTERS_OFFICE' },
  'PMO-2': { role: 'PRIME_MINISTERS_OFFICE', superior: 'PMO-1' },
  'HR-1': { role: 'PROGRAMME_COORDINATOR', superior: 'PMO-1', programme: 'HUMAN_RIGHTS' },
};

/** A directory in which these posts are vacant, and some are otherwise. */
function directoryWith(vacant: string[] = [], more: Record<string, Partial<Held>> = {}) {
  const names = { ar: 'أ', en: 'A' };
  const programme = { code: 'HUMAN_RIGHTS', names, restricted: true, coordinated: true };
  const items = Object.entries(posts).map(([key, post]) => ({
    kind: 'post.changed',
    key,
    payload: {
      key,
      unit: null,
      names,
      entity: null,
      superior: null,
      ...post,
      ...more[key],
      holder: vacant.includes(key) ? null : { staff: `staff-${key}`, subject: key, names },
    },
  }));
  return buildDirectory(
    [...items, { kind: 'programme.changed', key: programme.code, payload: programme }],
    1,
  );
}

const kase = {
  entity: 'MOH',
  holderPost: 'MOH-SFP',
  programme: 'GOVERNMENT_SERVICES',
  restricted: false,
} as const;
const levels = ['L0', 'L1', 'L2', 'L3', 'L4'] as const;
const told = (directory = directoryWith(), of: Parameters<typeof recipients>[1] = kase) =>
  levels.map((level) => recipients(directory, of, level));

describe('who is told of a level', () => {
  it('is whoever has the case and the main focal point, then one rung more each time', () => {
    expect(told()).toEqual([
      ['MOH-SFP', 'MOH-MFP'],
      ['MOH-MFP', 'OR-1', 'OR-2'],
      ['MOH-SG'],
      ['MOH-MIN'],
      ['PMO-1', 'PMO-2'],
    ]);
  });

  it('is the nearest held post above a vacant one, each once', () => {
    expect(told(directoryWith(['MOH-SFP', 'MOH-MFP']))).toEqual([
      ['MOH-SG'],
      ['MOH-SG', 'OR-1', 'OR-2'],
      ['MOH-SG'],
      ['MOH-MIN'],
      ['PMO-1', 'PMO-2'],
    ]);
    expect(told(directoryWith(['MOH-SG', 'MOH-MIN'])).slice(2, 4)).toEqual([
      ['PMO-1', 'PMO-2'],
      ['PMO-1', 'PMO-2'],
    ]);
  });

  it('is, for an entity under a ministry, that ministry’s minister', () => {
    expect(told(directoryWith(), { ...kase, entity: 'JFDA', holderPost: 'JFDA-MFP' })).toEqual([
      ['JFDA-MFP'],
      ['JFDA-MFP', 'OR-1', 'OR-2'],
      ['JFDA-SG'],
      ['MOH-MIN'],
      ['PMO-1', 'PMO-2'],
    ]);
  });

  it('is the main focal point for a case that nobody has', () => {
    expect(told(directoryWith(), { ...kase, holderPost: null })[0]).toEqual(['MOH-MFP']);
  });

  it('is the operation room, then the office above all, where no entity is responsible yet', () => {
    expect(told(directoryWith(), { ...kase, entity: null, holderPost: null })).toEqual([
      ['OR-1', 'OR-2'],
      ['OR-1', 'OR-2'],
      ['PMO-1', 'PMO-2'],
      ['PMO-1', 'PMO-2'],
      ['PMO-1', 'PMO-2'],
    ]);
  });

  it('is never nobody: not without superiors, not with superiors in a circle', () => {
    const vacant = ['MOH-SFP', 'MOH-MFP', 'MOH-SG', 'MOH-MIN'];
    const none = Object.fromEntries(vacant.map((key) => [key, { superior: 'NO-SUCH-POST' }]));
    const circle = { 'MOH-MIN': { superior: 'MOH-MFP' } };
    for (const directory of [directoryWith(vacant, none), directoryWith(vacant, circle)]) {
      expect(told(directory)).toEqual([
        ['OR-1', 'OR-2'],
        ['OR-1', 'OR-2'],
        ['PMO-1', 'PMO-2'],
        ['PMO-1', 'PMO-2'],
        ['PMO-1', 'PMO-2'],
      ]);
    }
    const roomless = directoryWith([...vacant, 'OR-1', 'OR-2']);
    for (const one of told(roomless)) expect(one).toEqual(['PMO-1', 'PMO-2']);
    for (const one of told(directoryWith(Object.keys(posts)))) expect(one.length).toBeGreaterThan(0);
  });

  it('is, in a restricted programme, its coordinator in place of the operation room, who may not see it', () => {
    const restricted = { ...kase, programme: 'HUMAN_RIGHTS', restricted: true } as const;
    expect(told(directoryWith(), restricted)[1]).toEqual(['MOH-MFP', 'HR-1']);
    const vacant = ['MOH-SFP', 'MOH-MFP', 'MOH-SG', 'MOH-MIN'];
    const toRoom = { 'MOH-MIN': { superior: 'OR-1' } };
    for (const one of told(directoryWith(vacant, toRoom), restricted)) {
      expect(one.some((key) => key.startsWith('OR'))).toBe(false);
      expect(one.length).toBeGreaterThan(0);
    }
    expect(told(directoryWith(['HR-1']), restricted)[1]).toEqual(['MOH-MFP', 'PMO-1', 'PMO-2']);
  });
});

describe('who would be told of a level', () => {
  const of = (level: (typeof levels)[number], vacant: string[] = [], one: object = {}) =>
    outlook(directoryWith(vacant), { ...kase, ...one }, level);

  it('are the posts of the level while they are held', () => {
    expect(of('L2')).toEqual({ posts: ['MOH-SG'], vacant: [], substituted: false });
    expect(of('L1')).toMatchObject({ posts: ['MOH-MFP', 'OR-1', 'OR-2'], substituted: false });
    expect(of('L4')).toEqual({ posts: ['PMO-1', 'PMO-2'], vacant: [], substituted: false });
  });

  it('are those above a vacant post, which is named', () => {
    expect(of('L2', ['MOH-SG'])).toEqual({ posts: ['MOH-MIN'], vacant: ['MOH-SG'], substituted: true });
    expect(of('L1', ['MOH-MFP'])).toMatchObject({ posts: ['MOH-SG', 'OR-1', 'OR-2'], vacant: ['MOH-MFP'] });
    expect(of('L0', ['MOH-SFP'])).toMatchObject({ posts: ['MOH-MFP'], vacant: ['MOH-SFP'] });
    expect(of('L3', ['MOH-MIN'])).toMatchObject({ posts: ['PMO-1', 'PMO-2'], vacant: ['MOH-MIN'] });
  });

  it('are the minister of the ministry above for an entity without one', () => {
    const under = { entity: 'JFDA', holderPost: 'JFDA-MFP' };
    expect(of('L3', [], under)).toEqual({ posts: ['MOH-MIN'], vacant: [], substituted: false });
    expect(of('L3', ['MOH-MIN'], under)).toMatchObject({ vacant: ['MOH-MIN'], substituted: true });
  });

  it('are others while nobody knows the entity, and no post is called vacant', () => {
    const unknown = of('L2', [], { entity: null, holderPost: null });
    expect(unknown).toEqual({ posts: ['PMO-1', 'PMO-2'], vacant: [], substituted: true });
  });
});
