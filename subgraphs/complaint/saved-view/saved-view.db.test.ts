import type { Viewer } from '@bekhedmetkom/platform/auth';
import { describe, expect, it } from 'vitest';
import { complaintSchema } from '../schema.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { layla, mainFocalPoint, nobody, subFocalPoint } from '../testing/viewers.ts';

const fields = 'id name orderBy filter { state entity overdue text mine submitted { from to } importance }';
const payload = `view { ${fields} } views { name } userErrors { field code message }`;
const save = `mutation ($input: SaveViewInput!) { saveView(input: $input) { ${payload} } }`;
const remove = `mutation ($id: ID!) { removeView(id: $id) { ${payload} } }`;
const arrange = `mutation ($ids: [ID!]!) { reorderViews(ids: $ids) { ${payload} } }`;
const list = `{ savedViews { ${fields} } }`;

async function keep(complaint: Complaint, viewer: Viewer, name: string, more: object = {}) {
  const { data, errors } = await complaint.ask(viewer, save, { input: { name, filter: {}, ...more } });
  return data?.saveView ?? { errors };
}

describe('saved views', () => {
  it('keep a name, a filter and an order for their owner alone', async () => {
    const complaint = await openComplaint();
    const filter = {
      state: ['IN_PROGRESS', 'ASSIGNED'],
      overdue: true,
      submitted: { from: '2026-01-01', to: '2026-02-01' },
      text: 'مياه',
    };
    const { view, userErrors } = await keep(complaint, subFocalPoint, 'Late water', {
      filter,
      orderBy: 'OLDEST',
    });
    expect(userErrors).toEqual([]);
    expect(view).toMatchObject({ name: 'Late water', orderBy: 'OLDEST', filter });
    expect(view.filter).toMatchObject({ entity: null, mine: null });
    const own = await complaint.ask(subFocalPoint, list);
    expect(own.data.savedViews).toEqual([view]);
    expect((await complaint.ask(mainFocalPoint, list)).data.savedViews).toEqual([]);
    for (const document of [save, remove]) {
      const variables = { id: view.id, input: { id: view.id, name: 'Mine now', filter: {} } };
      const { errors } = await complaint.ask(mainFocalPoint, document, variables);
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    for (const viewer of [layla, nobody]) {
      expect((await complaint.ask(viewer, list)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect((await keep(complaint, viewer, 'Any')).errors[0].extensions.code).toBe('NOT_FOUND');
    }
  });

  it('are renamed, arranged and removed', async () => {
    const complaint = await openComplaint();
    const ids: string[] = [];
    for (const name of ['one', 'two', 'three'])
      ids.push((await keep(complaint, subFocalPoint, name)).view.id);
    const [first, , third] = ids;
    const renamed = await keep(complaint, subFocalPoint, 'first', { id: first, filter: { mine: true } });
    expect(renamed.view).toMatchObject({ id: first, name: 'first', filter: { mine: true } });
    const arranged = await complaint.ask(subFocalPoint, arrange, { ids: [third] });
    const names = ({ views }: { views: { name: string }[] }) => views.map(({ name }) => name);
    expect(names(arranged.data.reorderViews)).toEqual(['three', 'first', 'two']);
    const removed = await complaint.ask(subFocalPoint, remove, { id: first });
    expect(names(removed.data.removeView)).toEqual(['three', 'two']);
    const again = await complaint.ask(subFocalPoint, remove, { id: first });
    expect(again.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('have a name of their own, and there are fifty at most, however many are kept at once', async () => {
    const complaint = await openComplaint();
    await keep(complaint, subFocalPoint, 'Overdue');
    expect((await keep(complaint, subFocalPoint, ' overdue')).userErrors[0]).toMatchObject({
      code: 'NAME_TAKEN',
      field: ['name'],
    });
    expect((await keep(complaint, subFocalPoint, ' ')).userErrors[0].code).toBe('REQUIRED');
    expect((await keep(complaint, mainFocalPoint, 'Overdue')).userErrors).toEqual([]);
    const many = await Promise.all(
      Array.from({ length: 55 }, (_, i) => keep(complaint, subFocalPoint, `View ${i}`)),
    );
    expect(many.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(49);
    expect(many.filter(({ userErrors }) => userErrors[0]?.code === 'TOO_MANY')).toHaveLength(6);
  });

  it('remember every field that a list can be narrowed by', async () => {
    const { sdl } = await complaintSchema();
    const fieldsOf = (definition: string) =>
      [
        ...(new RegExp(`${definition} \\{([\\s\\S]*?)\\n\\}`).exec(sdl)?.[1]?.matchAll(/^ {2}(\w+):/gm) ??
          []),
      ].map(([, name]) => name);
    expect(fieldsOf('input CaseFilter').length).toBeGreaterThan(10);
    expect(fieldsOf('type SavedFilter')).toEqual(fieldsOf('input CaseFilter'));
  });
});
