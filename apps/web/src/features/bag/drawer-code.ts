'use client'

/** The code of the drawer, which no page comes with. */
export const loadBagDrawer = () => import('./bag-drawer')

/**
 * Fetches the code of the drawer, for who is about to press: it opens with the press. Code that does not arrive ahead is
 * no fault yet: the opening asks for it once more, and tells.
 */
export const fetchBagDrawer = (): void => void loadBagDrawer().catch(() => undefined)
