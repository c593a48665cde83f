import { describe, expect, it } from 'vitest';
import { file, list } from '../testing/documents.ts';
import { openComplaint } from '../testing/open-complaint.ts';
import { heldPost } from '../testing/posts.ts';
import { eventsOf } from '../testing/travel.ts';
import { layla, person } from '../testing/viewers.ts';

const names = (en: string) => ({ ar: en, en });
const programme = (code: string, restricted: boolean) => ({
  type: 'programme.changed',
  payload: { code, names: names(code), restricted, coordinated: true },
});
const category = (code: string, of: string) => ({
  type: 'category.changed',
  payload: {
    code,
    names: names(code),
    sector: 'HEALTH',
    defaultPillar: 'STAFF',
    programme: of,
    personal: true,
  },
});
const coordinator = (of: string) => {
  const { type, payload } = heldPost(`${of}-COORD`, 'PROGRAMME_COORDINATOR', null, { subject: `p-${of}` });
  return { type, payload: { ...payload, programme: of } };
};

describe('the coordinator of a programme', () => {
  it.each([
    ['HUMAN_RIGHTS', true],
    ['HUMAN_RIGHTS', false],
    ['SMOKING', false],
  ])(
    'of %s (restricted: %s) is named by the event of each new case, and has it in the list',
    async (code, restricted) => {
      const complaint = await openComplaint();
      await complaint.announce(programme(code, restricted), category(`${code}-1`, code), coordinator(code));
      for (const entityCode of ['MOH', null]) {
        const { id } = await file(complaint, layla, { categoryCode: `${code}-1`, entityCode });
        const [filed] = await eventsOf(complaint, id);
        expect(filed?.payload).toMatchObject({
          told: [`${code}-COORD`],
          case: { programme: code, restricted },
        });
        const viewer = person(`p-${code}`, { role: 'PROGRAMME_COORDINATOR', scope: code });
        const { data } = await complaint.ask(viewer, list, { filter: { open: true } });
        expect(data.cases.edges.map(({ node }: { node: { id: string } }) => node.id)).toContain(id);
      }
    },
  );
});
