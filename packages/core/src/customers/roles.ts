import { z } from 'zod'

export const ROLES = ['shopper', 'merchandiser', 'admin'] as const
export type Role = (typeof ROLES)[number]
export const roleSchema = z.enum(ROLES)

/** Who is asking: signed in or not. The cart is the session of a guest. */
export type Viewer = { readonly userId: string; readonly email: string; readonly name: string; readonly role: Role }

export const isStaff = (viewer: Viewer | undefined): boolean =>
  viewer?.role === 'merchandiser' || viewer?.role === 'admin'
