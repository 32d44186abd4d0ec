/**
 * Rooms of the back office whose open pages are told when something in them has moved. `supply`: purchase orders,
 * shipments, promises and what may still be promised; `allocation`: policies and what places keep back; `source`: systems
 * that tell us of stock, and where they and the books disagree; `webhook`: those that are told; `mail`: what the post box of
 * a shop without a mail server has caught; `journal`: what staff did, whatever it was.
 */
export const STAFF_ROOMS = [
  'supply',
  'allocation',
  'forecast',
  'markdown',
  'webhook',
  'source',
  'recommendation',
  'count',
  'transfer',
  'return',
  'alert',
  'mail',
  'journal',
] as const
export type StaffRoom = (typeof STAFF_ROOMS)[number]

/** Routers of staff procedures by the rooms that show what they change. The others have messages of their own, or none. */
const ROOMS_OF_ROUTER: Readonly<Record<string, readonly StaffRoom[]>> = {
  supply: ['supply'],
  allocation: ['allocation'],
  safety: ['allocation'],
  holdPolicy: ['allocation'],
  // A suggested order becomes a draft.
  forecast: ['forecast', 'supply'],
  promotions: ['markdown'],
  endpoints: ['webhook'],
  sources: ['source'],
  models: ['recommendation'],
  experiments: ['recommendation'],
  rules: ['recommendation'],
  placements: ['recommendation'],
  counts: ['count'],
  transfers: ['transfer'],
  returns: ['return'],
  alerts: ['alert'],
}

/** The rooms in which a change that staff asked for is seen, by the procedure's path: `admin.allocation.save`. */
export const roomsOfProcedure = (path: string): readonly StaffRoom[] => ROOMS_OF_ROUTER[path.split('.')[1] ?? ''] ?? []

/** The rooms that are told how an action ended: what came to nothing is seen in the journal alone. */
export const roomsOfAction = (path: string, outcome: string): readonly StaffRoom[] =>
  outcome === 'done' ? [...roomsOfProcedure(path), 'journal'] : ['journal']
