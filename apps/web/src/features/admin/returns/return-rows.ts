/** Returns shown at once, newest first. */
export const RETURN_ROWS = 100
