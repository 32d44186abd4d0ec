/** Aliases of a row that tells of an order: its id, whose it is, and when it was placed. */
export type OrderColumns = { readonly id: string; readonly userId: string; readonly placedAt: string }

/**
 * Under which name an order may teach: its account's, where that allows it and has not had its history erased since;
 * everybody else's is an anonymous basket of its own, `o:<order>`. Stands after `joinConsent` of the same columns.
 */
export const personOfOrder = ({ id, userId, placedAt }: OrderColumns): string =>
  `CASE WHEN consented.is_personal AND (forgotten.erased_at IS NULL OR ${placedAt} > forgotten.erased_at)
     THEN 'u:' || ${userId} ELSE 'o:' || ${id} END`

/** What the account decided and when it had its history erased. */
export const joinConsent = ({ userId }: OrderColumns): string =>
  `LEFT JOIN consent consented ON consented.person = 'u:' || ${userId}
   LEFT JOIN erased_history forgotten ON forgotten.person = 'u:' || ${userId}`
