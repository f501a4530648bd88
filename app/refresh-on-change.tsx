'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Shows changes of the content at once. For the live preview. */
export function RefreshOnChange() {
  const router = useRouter();
  useEffect(() => {
    const changes = new EventSource('/content-changes');
    changes.onmessage = () => {
      router.refresh();
    };
    return () => {
      changes.close();
    };
  }, [router]);
  return null;
}
