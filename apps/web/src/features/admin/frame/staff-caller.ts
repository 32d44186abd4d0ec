import 'server-only'
import { isStaff } from '@selvedge/core'
import { redirect } from 'next/navigation'
import { getCaller, getContext } from '@/server/root-reader'

/** Where a guest signs in, and comes back from to `here`. */
export const signInAddress = (here: string): string => `/sign-in?to=${encodeURIComponent(here)}`

/**
 * The staff procedures with the visitor's own permissions. A guest is sent to sign in and back to `here`; undefined for
 * a shopper. Every page asks, because a layout is not rendered again when one moves between pages.
 */
export const staffCaller = async (here: string) => {
  const { viewer } = await getContext()
  if (!viewer) redirect(signInAddress(here))
  return isStaff(viewer) ? (await getCaller()).admin : undefined
}
