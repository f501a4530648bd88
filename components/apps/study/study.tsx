'use client';

import { useRef, useState } from 'react';

import type { Accent } from '@/lib/catalogue/subjects';
import { limits } from '@/lib/limits';
import { deckPath, parseQuestionPath } from '@/lib/site';
import { ankiText } from '@/lib/study/anki';
import { filesToCache } from '@/lib/study/offline-files';
import { nextCards } from '@/lib/study/queue';
import {
  loadAnkiDecks,
  loadPicked,
  mixCards,
  useDecks,
  type Pick,
  type PickedDeck,
  type SessionCard,
} from './decks';
import { downloadText } from './download';
import { loadCards } from './library-files';
import { useOffline } from './offline';
import { Overview } from './overview';
import { useProgress, useSaved } from './reader-data';
import { findSavedIds, useSavedIds } from './saved-questions';
import { Session } from './session';
import { YourData } from './your-data';

/** A subject with cards. */
export interface StudySubject {
  slug: string;
  name: string;
  accent: Accent | undefined;
  cardCount: number;
}

/**
 * A library with at most this number of cards is stored completely for offline use. Of a larger one, only the
 * cards in use are stored.
 */
const wholeLibraryCards = 2000;

/** Number of card files stored for offline use: enough for {@link wholeLibraryCards} with consecutive ids. */
const filesKept = Math.ceil(wholeLibraryCards / limits.idsInCardFile) + 1;

/** Milliseconds between two progress reports. */
const reportMilliseconds = 1000;

interface Props {
  subjects: readonly StudySubject[];
  /** The public address of the site, for links in exported files. */
  siteUrl: string;
}

/** The study application: selection of subjects, and sessions. */
export function Study({ subjects, siteUrl }: Props) {
  const { progress, isDamaged } = useProgress();
  const saved = useSaved();
  const savedIds = useSavedIds(saved);
  const [chosen, setChosen] = useState<Pick>();
  const [session, setSession] = useState<readonly SessionCard[]>();
  const [message, setMessage] = useState('');
  const [returned, setReturned] = useState(false);
  const lastWish = useRef(0);

  const studied = new Set([...progress.values()].map(({ subject }) => subject));
  const pick = chosen ?? { subjects: studied, saved: false };
  const used = new Set([
    ...studied,
    ...pick.subjects,
    ...saved.flatMap((address) => parseQuestionPath(address)?.subject ?? []),
  ]);
  const isSmall = subjects.reduce((sum, { cardCount }) => sum + cardCount, 0) <= wholeLibraryCards;
  const kept = subjects.filter(({ slug }) => isSmall || used.has(slug)).map(({ slug }) => slug);
  const decks = useDecks(kept);
  const isLoaded = kept.length > 0 && kept.every((slug) => decks.has(slug));
  const offlineFiles = isLoaded
    ? [...kept.map(deckPath), ...filesToCache([savedIds, ...decks.values()], progress, filesKept)]
    : [];
  const isOffline = useOffline(offlineFiles) && isLoaded;

  /** A new action replaces one that is still loading. */
  const withPicked = async (
    wanted: Pick,
    onPicked: (picked: PickedDeck[], isWanted: () => boolean) => Promise<void>,
  ) => {
    const wish = (lastWish.current += 1);
    const isWanted = () => lastWish.current === wish;
    setMessage('Loading the cards …');
    try {
      const picked = await loadPicked(wanted, () => findSavedIds(saved), subjects);
      if (!isWanted()) return;
      if (picked.length > 0) await onPicked(picked, isWanted);
      else setMessage('Pick at least one subject, or save some questions first.');
    } catch {
      if (!isWanted()) return;
      setMessage('These cards are not on this device and could not be loaded. Check the connection.');
    }
  };
  const start = () =>
    withPicked(pick, async (picked, isWanted) => {
      const cards = mixCards(picked);
      const [first] = nextCards(
        cards.map(({ id }) => id),
        progress,
        Date.now(),
        1,
      );
      if (first !== undefined) await loadCards([first]);
      if (!isWanted()) return;
      setMessage('');
      setSession(cards);
    });
  const downloadAnki = (wanted: Pick) =>
    withPicked(wanted, async (picked, isWanted) => {
      let reported = Date.now();
      const ankiDecks = await loadAnkiDecks(picked, (loaded, total) => {
        if (!isWanted() || Date.now() < reported + reportMilliseconds) return;
        reported = Date.now();
        setMessage(`Loading the cards: ${loaded.toLocaleString('en')} of ${total.toLocaleString('en')} …`);
      });
      if (!isWanted()) return;
      const [only] = wanted.saved || ankiDecks.length > 1 ? [] : ankiDecks;
      const name = only ? `quicktakes-${only.subject}.txt` : 'quicktakes.txt';
      downloadText(name, 'text/plain;charset=utf-8', ankiText(ankiDecks, siteUrl));
      setMessage(`${name} was made. In Anki, choose File, then Import.`);
    });

  if (session) {
    return (
      <Session
        cards={session}
        onLeave={() => {
          setSession(undefined);
          setReturned(true);
        }}
      />
    );
  }
  return (
    <>
      <Overview
        subjects={subjects}
        decks={decks}
        progress={progress}
        saved={saved}
        savedIds={savedIds}
        pick={pick}
        message={message}
        takesFocus={returned}
        onPick={(next) => {
          lastWish.current += 1;
          setChosen(next);
          setMessage('');
        }}
        onStart={() => {
          void start();
        }}
        onAnki={(wanted) => {
          void downloadAnki(wanted);
        }}
      />
      <YourData
        progress={progress}
        saved={saved}
        isDamaged={isDamaged}
        offline={isOffline ? (isSmall ? 'whole' : 'next') : undefined}
      />
    </>
  );
}
