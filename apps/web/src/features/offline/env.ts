/** The service worker runs in production only; while developing it would answer with yesterday's code. */
export const HAS_WORKER = process.env.NODE_ENV === 'production'
