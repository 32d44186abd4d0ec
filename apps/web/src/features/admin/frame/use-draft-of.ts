import { useState } from 'react'

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * What is being written over something saved that others change too. As long as nothing was written it follows what is
 * saved; once something was, it stays as it is, and `isOvertaken` says that it was begun on something older.
 */
export const useDraftOf = <T>(saved: T) => {
  const [{ base, draft }, set] = useState({ base: saved, draft: saved })
  const isChanged = !isSame(draft, base)
  const isBehind = !isSame(saved, base)
  const follows = isBehind && (!isChanged || isSame(draft, saved))
  if (follows) set({ base: saved, draft: saved })
  return {
    /** What the draft was begun on. */
    base,
    draft,
    isChanged,
    isOvertaken: isBehind && !follows,
    setDraft: (change: (known: T) => T) => set((known) => ({ ...known, draft: change(known.draft) })),
    /** Leaves what was written for what is saved. */
    takeSaved: () => set({ base: saved, draft: saved }),
  }
}
