import { useRef, useState } from 'react';

import type { Progress } from '@/lib/study/progress';
import { parseBackup, formatBackup } from '@/lib/study/backup';
import { downloadText } from './download';
import { addReaderData } from './reader-data';

interface Props {
  progress: Progress;
  saved: readonly string[];
  /** Whether some of the stored progress could not be read. */
  isDamaged: boolean;
  /** The cards stored for offline use: the whole library, or the next cards. */
  offline: 'whole' | 'next' | undefined;
}

/** Export and import of the reader's progress. */
export function YourData({ progress, saved, isDamaged, offline }: Props) {
  const [message, setMessage] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const importFile = async (file: File) => {
    const text = await file.text().catch((error: unknown) => {
      // The file was moved, or may not be read.
      if (error instanceof DOMException) return '';
      throw error;
    });
    const data = parseBackup(text);
    if (!data) setMessage(`${file.name} is not an export of this page, or it is damaged.`);
    else if (!addReaderData(data)) setMessage('Imported, but this browser does not keep it.');
    else setMessage(`Imported ${data.progress.size} studied and ${data.saved.length} saved questions.`);
  };
  return (
    <section aria-labelledby="data">
      <h2 id="data" className="section-title">
        Your progress
      </h2>
      <p className="text-[0.9375rem] leading-snug text-muted">
        It stays in this browser and is sent nowhere. Export it to keep a copy or to go on in another browser;
        an import adds to what is here.{offline === 'whole' && ' This page also works without a connection.'}
        {offline === 'next' &&
          ' This page also works without a connection, with the cards that you are asked next.'}
      </p>
      {isDamaged && (
        <p className="short-answer mt-4 text-[0.9375rem]">
          Some of the progress stored here could not be read. The rest is in use, and you can import an
          export.
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-3 font-ui">
        <button
          type="button"
          className="button-quiet cursor-pointer"
          onClick={() => {
            downloadText('quicktakes-progress.json', 'application/json', formatBackup({ progress, saved }));
          }}
        >
          Export
        </button>
        <button type="button" className="button-quiet cursor-pointer" onClick={() => input.current?.click()}>
          Import
        </button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          aria-label="File to import"
          hidden
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void importFile(file);
            // Allows the same file to be chosen again.
            target.value = '';
          }}
        />
      </div>
      <p role="status" className="mt-3 min-h-6 font-ui text-sm text-ink">
        {message}
      </p>
    </section>
  );
}
