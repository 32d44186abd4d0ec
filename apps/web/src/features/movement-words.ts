import type { Rejection } from '@selvedge/api'
import type { Words } from './refusal'

type MovementCode =
  | 'UNKNOWN_CHANNEL'
  | 'HOLD_POLICY_CHANGED'
  | 'UNKNOWN_LOCATION'
  | Extract<Rejection['code'], `TRANSFER_${string}` | `COUNT_${string}` | `RETURN_${string}`>
  | Extract<Rejection['code'], `PARCEL_${string}`>
  | 'ORDER_NOT_SHIPPABLE'
  | 'PAYMENT_NOT_CAPTURED'
  | 'ORDER_NOT_RETURNABLE'
  | 'INSPECTION_DOES_NOT_ADD_UP'
  | 'QUALITY_EXCEEDS'

type WordsOf = { [Code in MovementCode]: (rejection: Extract<Rejection, { code: Code }>) => Words }

const CHANGED = { title: 'Somebody else was at it meanwhile', detail: 'Look at it as it is now and try again.' }
const pieces = (units: number): string => (units === 1 ? 'one piece' : `${units} pieces`)

/** What transfers, counts and returns are refused with, in words for people. */
export const MOVEMENT_WORDS: WordsOf = {
  ORDER_NOT_SHIPPABLE: ({ state }) => ({
    title: 'Nothing of it can be sent now',
    detail: `The order is ${state.replace('_', ' ')}.`,
  }),
  PARCEL_NOT_FOUND: () => ({ title: 'There is no such parcel' }),
  PARCEL_STATE: ({ state }) => ({
    title: `This parcel is ${state.replace('-', ' ')}`,
    detail: 'Somebody else was at it meanwhile. Look at it as it is now.',
  }),
  PARCEL_ID_REUSED: () => ({ title: 'That did not go through', detail: 'Please press once more.' }),
  PARCEL_EXCEEDS_READY: ({ requested, ready }) => ({
    title: ready === 0 ? 'None of it is ready here' : `Only ${ready} of ${requested} are ready`,
    detail: 'The rest is in another parcel, at another place, or has not come yet.',
  }),
  PARCEL_LINE_UNKNOWN: ({ lineNo }) => ({ title: `Line ${lineNo} is not in this parcel` }),
  PARCEL_EMPTY: () => ({ title: 'An empty parcel is none', detail: 'Put it back instead.' }),
  PAYMENT_NOT_CAPTURED: ({ because }) => ({
    title: 'The bank does not pay',
    detail: `It said: ${because.replaceAll('_', ' ')}. The parcel stays; ask the buyer for another card, or cancel.`,
  }),
  HOLD_POLICY_CHANGED: () => ({
    title: 'Somebody else has changed this policy',
    detail: 'Load the page again to see what stands there now.',
  }),
  UNKNOWN_CHANNEL: ({ channel }) => ({ title: `There is no channel “${channel}”` }),
  UNKNOWN_LOCATION: () => ({ title: 'There is no such place' }),
  TRANSFER_NOT_FOUND: () => ({ title: 'There is no such transfer' }),
  TRANSFER_STATE: ({ state }) => ({
    title: `This transfer is ${state.replace('-', ' ')}`,
    detail: 'What was asked for does not fit it any more.',
  }),
  TRANSFER_CHANGED: () => CHANGED,
  TRANSFER_SAME_PLACE: () => ({ title: 'From and to are the same place', detail: 'Choose two different ones.' }),
  TRANSFER_SKU_UNKNOWN: ({ sku }) => ({
    title: `The sender has never stocked ${sku}`,
    detail: 'Check the SKU, or choose another place to send from.',
  }),
  TRANSFER_SKU_TWICE: ({ sku }) => ({ title: `${sku} stands on two lines`, detail: 'Put both into one.' }),
  TRANSFER_EXCEEDS_AVAILABLE: ({ sku, wanted, available }) => ({
    title: `Only ${available} of ${wanted} ${sku} are free`,
    detail: 'The others are promised to buyers, held in bags or not fit to sell.',
  }),
  TRANSFER_LINE_UNKNOWN: ({ lineNo }) => ({ title: `There is no line ${lineNo} on this transfer` }),
  TRANSFER_LOSS_NEEDS_REASON: ({ missing }) => ({
    title: `${missing} missing: say why`,
    detail: 'What does not arrive is written off, and a write-off has a reason.',
  }),
  TRANSFER_NOTHING_RECEIVED: () => ({
    title: 'Nothing was entered',
    detail: 'Enter what came, or close the transfer.',
  }),
  COUNT_NOT_FOUND: () => ({ title: 'There is no such count' }),
  COUNT_STATE: ({ state }) => ({ title: `This count is ${state}`, detail: 'Open a new one.' }),
  COUNT_CHANGED: () => CHANGED,
  COUNT_FINDS_NOTHING: () => ({ title: 'Nothing to count', detail: 'No record of this place fits the filter.' }),
  COUNT_NEVER_STOCKED: ({ sku }) => ({
    title: `${sku} was never stocked here`,
    detail: 'There is no shelf to count. Receive it first, or check the code.',
  }),
  COUNT_LINE_UNKNOWN: ({ sku }) => ({ title: `${sku} is not part of this count` }),
  COUNT_TOO_LARGE: ({ lines, limit }) => ({
    title: `${lines} shelves are too many for one count`,
    detail: `Count in parts of at most ${limit}: by brand, category or SKU.`,
  }),
  COUNT_UNFINISHED: ({ uncounted, recounts }) => ({
    title: 'Not everything is counted yet',
    detail: `${uncounted} not counted, ${recounts} to be counted again.`,
  }),
  RETURN_NOT_FOUND: () => ({ title: 'There is no such return' }),
  RETURN_STATE: ({ state }) => ({
    title: `This return is ${state}`,
    detail: 'What was asked for does not fit any more.',
  }),
  RETURN_CHANGED: () => CHANGED,
  RETURN_ID_REUSED: () => ({ title: 'That did not go through', detail: 'Please press once more.' }),
  ORDER_NOT_RETURNABLE: () => ({
    title: 'This order cannot come back yet',
    detail: 'A return can be asked for when the parcel has left us.',
  }),
  RETURN_TOO_LATE: ({ days }) => ({
    title: `Returns are taken for ${days} days`,
    detail: 'That time is over. Write to us when something is wrong with a piece.',
  }),
  RETURN_LINE_UNKNOWN: () => ({ title: 'This piece is not part of the order' }),
  RETURN_EXCEEDS_ORDER: ({ returnable }) => ({
    title:
      returnable === 0 ? 'This piece is on its way back already' : `Only ${pieces(returnable)} can still come back`,
  }),
  RETURN_LINE_DECIDED: () => ({ title: 'This line is decided already', detail: 'Somebody else was quicker.' }),
  INSPECTION_DOES_NOT_ADD_UP: ({ expected }) => ({ title: `Decide about all of it: ${pieces(expected)}` }),
  QUALITY_EXCEEDS: ({ there, move }) => ({
    title: there === 0 ? 'There is none of it left' : `There are only ${there}`,
    detail:
      move === 'hold' ? 'Pieces promised to buyers cannot be held back here.' : 'Somebody else may have been quicker.',
  }),
}
