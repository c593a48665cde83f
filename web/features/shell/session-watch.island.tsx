'use client';

import { useEffect } from 'react';

const script = '/islands/session.js';

/** Loads the script of plain pages that ends this tab when somebody signs out in another one. */
export function SessionWatch(): null {
  useEffect(() => {
    if (document.querySelector(`script[src="${script}"]`)) return;
    const element = document.createElement('script');
    element.type = 'module';
    element.src = script;
    document.head.append(element);
  }, []);
  return null;
}
