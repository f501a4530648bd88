'use client';

import { useState } from 'react';

import type { Accent } from '@/lib/catalogue/subjects';
import { parseQuestionPath } from '@/lib/site';
import { ankiText } from '@/lib/study/anki';
import type { Deck } from '@/lib/study/cards';
import { loadPicked, mixCards, useDecks, type Pick, type SubjectCard } from './decks';
import { downloadText } from './download';
import { useOffline } from './offline';
import { Overview } from './overview';
import { useProgress, useSaved } from './reader-data';
import { Session } from './session';
import { YourData } from './your-data';

/** A subject that has cards. */
export interface StudySubject {
  slug: string;
  name: string;
  accent: Accent | undefined;
  cardCount: number;
}

/** Up to so many cards the whole library is kept for studying offline; of a larger one, what the reader uses. */
const wholeLibraryCards = 2000;

interface Props {
  subjects: readonly StudySubject[];
  /** The site's public address, for links that leave the browser. */
  siteUrl: string;
}

/** Picking what to study, and studying it. */
export function Study({ subjects, siteUrl }: Props) {
  const { progress, damaged } = useProgress();
  const saved = useSaved();
  const [chosen, setChosen] = useState<Pick>();
  const [session, setSession] = useState<readonly SubjectCard[]>();
  const [message, setMessage] = useState('');
  const [returned, setReturned] = useState(false);

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
  const isOffline = useOffline(kept);

  const withPicked = async (wanted: Pick, onLoaded: (picked: Deck[]) => void) => {
    setMessage('Loading the cards …');
    try {
      const picked = await loadPicked(wanted, saved, subjects);
      setMessage(picked.length === 0 ? 'Pick at least one subject, or save some questions first.' : '');
      if (picked.length > 0) onLoaded(picked);
    } catch {
      setMessage('These cards are not on this device and could not be loaded. Check the connection.');
    }
  };
  const downloadAnki = (wanted: Pick) =>
    withPicked(wanted, (picked) => {
      const [only] = wanted.saved || picked.length > 1 ? [] : picked;
      const name = only ? `quicktakes-${only.subject}.txt` : 'quicktakes.txt';
      downloadText(name, 'text/plain;charset=utf-8', ankiText(picked, siteUrl));
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
        pick={pick}
        message={message}
        takesFocus={returned}
        onPick={(next) => {
          setChosen(next);
          setMessage('');
        }}
        onStart={() => {
          void withPicked(pick, (picked) => {
            setSession(mixCards(picked, subjects));
          });
        }}
        onAnki={(wanted) => {
          void downloadAnki(wanted);
        }}
      />
      <YourData progress={progress} saved={saved} damaged={damaged} isOffline={isOffline} />
    </>
  );
}
