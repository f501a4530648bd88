import { serve } from '@/lib/threads/serve';

// Takes memory until there is none left; a request of 0 is answered.
serve((amount: number) => {
  const held: number[][] = [];
  for (let taken = 0; taken < amount; taken += 1) held.push(Array.from({ length: 10_000 }, () => taken));
  return { held: held.length };
});
