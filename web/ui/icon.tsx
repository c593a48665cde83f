import type { ReactNode } from 'react';

/** Every drawing is 24 × 24 and takes its colour from the text around it. */
const drawings = {
  attachment: (
    <path d="m19 11.5-7.3 7.300a4.6 4.6 0 0 1-6.5-6.500l7.7-7.700a3.1 3.1 0 0 1 4.4 4.400l-7.6 7.600a1.5 1.5 0 0 1-2.2-2.200l6.7-6.7" />
  ),
  back: <path d="m15 5-7 7 7 7" />,
  bell: <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4" />,
  building: <path d="M4 20h16M6 20V9l6-4 6 4v11M10 20v-5h4v5M9.5 11.500h.1M14.5 11.500h.1" />,
  calendar: <path d="M4.5 6h15v14h-15zM4.5 10h15M8.5 3.500V7M15.5 3.500V7" />,
  check: <path d="m5 12.5 4.5 4.5L19 7" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5l3.2 2" />
    </>
  ),
  close: <path d="m6 6 12 12M18 6 6 18" />,
  complaint: (
    <>
      <path d="M4 5h16v11h-9l-4 4v-4H4z" />
      <path d="M12 8v3.5M12 13.6v.1" />
    </>
  ),
  compliment: (
    <>
      <circle cx="12" cy="9" r="5.5" />
      <path d="m8.8 13.6-1.6 7L12 18l4.8 2.6-1.6-7M12 6.6v4.8M9.6 9h4.8" />
    </>
  ),
  connected: (
    <path d="M3.5 9.500c5-4.6 12-4.6 17 0M6.5 13c3.3-2.9 7.7-2.9 11 0M9.5 16.400c1.6-1.3 3.4-1.3 5 0M12 19.600v.1" />
  ),
  copy: <path d="M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4" />,
  down: <path d="M12 4v15M6 13l6 6 6-6" />,
  download: <path d="M12 4v11M7 10.500l5 5 5-5M5 20h14" />,
  eye: (
    <>
      <path d="M2.5 12C5 7.7 8.3 5.5 12 5.500s7 2.2 9.5 6.500c-2.5 4.3-5.8 6.5-9.5 6.500S5 16.3 2.5 12z" />
      <circle cx="12" cy="12" r="2.8" />
    </>
  ),
  falling: <path d="m4 8 5 5 4-4 7 8M15 17h5v-5" />,
  filter: <path d="M4 6h16M7 12h10M10 18h4" />,
  flag: <path d="M6 21V4M6 4h12l-2.5 4.500L18 13H6" />,
  flat: <path d="M5 12h14" />,
  forward: <path d="M4 12h15M13 6l6 6-6 6" />,
  gauge: <path d="M4 18a9 9 0 1 1 16 0M12 14l4-5" />,
  globe: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M3.5 12h17M12 3.500c2.3 2.4 3.5 5.2 3.5 8.500s-1.2 6.1-3.5 8.500c-2.3-2.4-3.5-5.2-3.5-8.500s1.2-6.1 3.5-8.500z" />
    </>
  ),
  identity: (
    <>
      <path d="M3.5 5.500h17v13h-17zM13.5 10h4M13.5 13.500h4" />
      <circle cx="8.5" cy="10.5" r="1.8" />
      <path d="M5.8 15.500c.4-1.5 1.4-2.2 2.7-2.200s2.3.7 2.7 2.2" />
    </>
  ),
  inbox: <path d="M4 13 6.5 5h11L20 13v6H4zM4 13h4.500l1 2.500h5l1-2.500H20" />,
  inquiry: (
    <>
      <path d="M4 5h16v11h-9l-4 4v-4H4z" />
      <path d="M10.2 8.9a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.2M12 13.7v.1" />
    </>
  ),
  lock: <path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3" />,
  merge: <path d="M6 4v4c0 4 6 4 6 9v3M18 4v4c0 4-6 4-6 9M9 17l3 3 3-3" />,
  minus: <path d="M5 12h14" />,
  more: <path d="M5 12h.1M12 12h.1M19 12h.1" />,
  next: <path d="m9 5 7 7-7 7" />,
  note: <path d="M5 4h14v11l-5 5H5zM14 20v-5h5M8.5 8.500h7M8.5 12h4" />,
  'on-time': (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="m8.3 12.3 2.6 2.6 4.9-5.5" />
    </>
  ),
  overdue: (
    <>
      <path d="M12 4 2.8 19.5h18.4z" />
      <path d="M12 10v4.2M12 16.8v.1" />
    </>
  ),
  pause: <path d="M9 6v12M15 6v12" />,
  paused: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M10 9v6M14 9v6" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="3.8" />
      <path d="M4.5 20c.8-3.8 3.8-5.8 7.5-5.8s6.7 2 7.5 5.8" />
    </>
  ),
  phone: (
    <path d="M6 4h3l1.5 4.5-2 1.500a12 12 0 0 0 5.5 5.500l1.5-2L20 15v3c0 1.2-.9 2-2 2C10.5 20 4 13.5 4 6c0-1.1.8-2 2-2z" />
  ),
  place: (
    <>
      <path d="M12 21c-4-4.6-6-7.9-6-10.500a6 6 0 0 1 12 0c0 2.6-2 5.900-6 10.500z" />
      <circle cx="12" cy="10.5" r="2.2" />
    </>
  ),
  play: <path d="M8 5v14l11-7z" />,
  plus: <path d="M12 5v14M5 12h14" />,
  print: <path d="M7 8V4h10v4M7 17H4.5V8.5h15V17H17M7 14h10v6H7z" />,
  reopen: <path d="M9 14 4 9l5-5M4 9h9.500a6 6 0 0 1 0 12H10" />,
  reply: <path d="M10 6 4 12l6 6M4 12h9c4 0 6.5 2 7 6" />,
  report: (
    <>
      <path d="M12 3 5 6v5c0 4.6 2.9 8.2 7 10 4.1-1.8 7-5.4 7-10V6z" />
      <path d="M12 8v4.5M12 15.2v.1" />
    </>
  ),
  rising: <path d="m4 16 5-5 4 4 7-8M15 7h5v5" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="m16 16 4.5 4.5" />
    </>
  ),
  send: <path d="M4 12 20 4l-5 16-3.5-6.500zM20 4l-8.5 9.5" />,
  'sign-out': <path d="M13 4.5H5v15h8M10 12h10M16.5 8l4 4-4 4" />,
  speech: (
    <>
      <path d="M4 5h16v11h-9l-4 4v-4H4z" />
      <path d="M8 10.500h.1M12 10.500h.1M16 10.500h.1" />
    </>
  ),
  star: <path d="m12 4 2.4 5.2 5.6.7-4.1 3.9 1.1 5.6-5-2.8-5 2.8 1.1-5.600L4 9.900l5.6-.7z" />,
  suggestion: (
    <path d="M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9c.6.5.9 1.2 1 2.1h5c.1-.9.4-1.6 1-2.1A6 6 0 0 0 12 3z" />
  ),
  transfer: <path d="M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4" />,
  up: <path d="M12 20V5M6 11l6-6 6 6" />,
  water: <path d="M12 3.500c3.7 4.3 5.5 7.4 5.5 10a5.5 5.5 0 0 1-11 0c0-2.6 1.8-5.7 5.5-10z" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** Drawings that point along the line of reading, and so are mirrored in Arabic. */
const directed = new Set<IconName>([
  'back',
  'falling',
  'forward',
  'next',
  'reopen',
  'reply',
  'rising',
  'send',
  'sign-out',
] as const);

/** A picture beside words; never alone, as it has no text of its own. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={directed.has(name) ? 'i i--dir' : 'i'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name]}
    </svg>
  );
}
