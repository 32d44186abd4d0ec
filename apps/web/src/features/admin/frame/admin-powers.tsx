'use client'

import { createContext, type ReactNode, useContext } from 'react'

const Powers = createContext(false)

/** Whether the person who looks is an admin; the procedures ask for themselves. */
export const AdminPowers = ({ isAdmin, children }: { isAdmin: boolean; children: ReactNode }) => (
  <Powers value={isAdmin}>{children}</Powers>
)

export const useIsAdmin = (): boolean => useContext(Powers)

/** What only an admin may press; a colleague reads why it is not there, where a word is given. */
export const AdminOnly = ({ children, otherwise }: { children: ReactNode; otherwise?: string }) => {
  if (useIsAdmin()) return children
  return otherwise === undefined ? null : <p className="text-note text-soft">{otherwise}</p>
}
