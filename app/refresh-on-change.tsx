'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

/**
 * Shows changes of the content at once. For the live preview.
 *
 * @param version that the page was made of: it may have changed since then
 */
export function RefreshOnChange({ version }: { version: number }) {
  const router = useRouter();
  const shown = useRef(version);
  useEffect(() => {
    const changes = new EventSource(`/content-changes?since=${shown.current}`);
    changes.onmessage = () => {
      router.refresh();
    };
    return () => {
      changes.close();
    };
  }, [router]);
  return null;
}
