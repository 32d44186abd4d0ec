/**
 * A mail as staff may read it. Who has an order's link may read and cancel the order, so its secret is the recipient's
 * alone; the rest of the link stays, to see that it is one.
 */
export const hideSecrets = (body: string): string => body.replace(/([?&]token=)[^&\s]+/g, '$1(hidden)')
