import { useEffect, useState } from 'react';

const minute = 60_000;

/** The current time, updated every minute, because cards become due while the page is open. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const update = () => {
      setNow(Date.now());
    };
    const timer = setInterval(update, minute);
    document.addEventListener('visibilitychange', update);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', update);
    };
  }, []);
  return now;
}
