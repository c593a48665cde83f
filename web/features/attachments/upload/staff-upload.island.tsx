'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';

/** Runs the same upload as the citizens' pages on a page of ours, which it then asks for afresh. */
export function StaffUpload({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const router = useRouter();
  useEffect(() => {
    const { current } = place;
    const added = (): void => router.refresh();
    current?.addEventListener('uploaded', added);
    const field = current?.querySelector<HTMLElement>('[data-upload]');
    if (field) void import('./upload.island.ts').then(({ bringUploadToLife }) => bringUploadToLife(field));
    return () => current?.removeEventListener('uploaded', added);
  }, [router]);
  return (
    <div ref={place} data-upload-by-page>
      {children}
    </div>
  );
}
