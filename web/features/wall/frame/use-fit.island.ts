'use client';

import { useEffect } from 'react';

/** Below this the wall is read in the hand, and flows instead of fitting. */
const narrowest = 960;

/** Scales the wall, drawn for 1920 × 1080, to fill the screen it hangs on, whatever its size and shape. */
export function useFit(): void {
  useEffect(() => {
    const root = document.documentElement;
    function scale() {
      const zoom =
        window.innerWidth < narrowest ? 1 : Math.min(window.innerWidth / 1920, window.innerHeight / 1080);
      root.style.setProperty('--wall-zoom', String(zoom));
      root.style.setProperty('--wall-width', `${window.innerWidth / zoom}px`);
      root.style.setProperty('--wall-height', `${window.innerHeight / zoom}px`);
    }
    scale();
    window.addEventListener('resize', scale);
    return () => window.removeEventListener('resize', scale);
  }, []);
}
