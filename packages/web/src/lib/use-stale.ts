import { useEffect, useState } from 'react';

/** An answer that comes sooner replaces the old one without a flicker, and nothing is drawn twice. */
const patienceMs = 250;

export interface StaleState {
  'aria-busy': boolean;
  'data-stale'?: true;
}

/** Attributes of what shows the old while the new is on its way: busy at once, faded when it takes long enough to wonder. */
export function useStale(isStale: boolean): StaleState {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isStale) return;
    const wait = setTimeout(() => setLate(true), patienceMs);
    return () => {
      clearTimeout(wait);
      setLate(false);
    };
  }, [isStale]);
  return isStale && isLate ? { 'aria-busy': true, 'data-stale': true } : { 'aria-busy': isStale };
}
