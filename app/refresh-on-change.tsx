'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

/**
 * Refreshes the page after a change of the content. For the live preview.
 *
 * @param version of the content from which the page was rendered
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
