'use client';

import { StaffFault } from '../../../features/staff-shell/staff-fault.island.tsx';

/** Something broke while a staff page was made: say so, keep the way back. */
export default function StaffError({ reset }: { reset(): void }) {
  return <StaffFault onAgain={reset} />;
}
