'use client';

import { WallFault } from '../../../features/wall/frame/wall-fault.island.tsx';

/** Something broke on a screen that nobody stands at: it tries again by itself. */
export default function WallError() {
  return <WallFault />;
}
