import people from '@bekhedmetkom/schema/demo/people.json' with { type: 'json' };
import type { Settings } from './settings.ts';

const shown = [
  'layla',
  'mfp.moh',
  'sfp.moh',
  'mfp.water',
  'sfp.water',
  'room.1',
  'quality.1',
  'minister.moh',
  'coord.rights',
  'admin',
];

/** Says where everything is and who may sign in. */
export function announce(settings: Settings): void {
  const at = (port: number, path = '') => `http://localhost:${port}${path}`;
  const accounts = people.filter((person) => shown.includes(person.username));
  const lines = [
    '',
    '  Ready.',
    '',
    `  Web app            ${at(settings.WEB_PORT)}`,
    `  Operation room     ${at(settings.WEB_PORT, '/ar/wall')}   (sign in as room.1)`,
    `  Graph              ${at(settings.GATEWAY_PORT, '/graphql')}   /health /ready beside it`,
    `  Mails sent         ${at(settings.MAIL_OUTBOX_PORT)}`,
    '',
    settings.DEMO === 'none'
      ? `  Accounts (password: accountsPassword in ${settings.DATA_DIR}/secrets.json)`
      : '  Demo accounts (password: bekhedmetkom)',
    ...accounts.map(({ username, names, role, entity, programme }) => {
      const where = entity ?? programme?.toLowerCase().replaceAll('_', ' ');
      const what = role
        ? `${role.toLowerCase().replaceAll('_', ' ')}${where ? `, ${where}` : ''}`
        : 'citizen';
      return `    ${username.padEnd(14)} ${names.en.padEnd(18)} ${what}`;
    }),
    '',
    '  Ctrl-C stops everything; data stays in the folder .data.',
    '',
  ];
  console.log(lines.join('\n'));
}
