import type { Rejection } from '@selvedge/api'
import { formatMoney } from '@/components/format-money'
import type { ApiError } from '@/trpc/client'
import { fileRefusalWords } from './admin/files/refusal-words'
import { COUNTRY_LABELS } from './checkout/countries'
import { MOVEMENT_WORDS } from './movement-words'
import { failureWords, rejectionOf, type Words } from './refusal'

type WordsOf = { [Code in Rejection['code']]: (rejection: Extract<Rejection, { code: Code }>) => Words }

/** Every rejection in words for people. A new code does not compile until it has its sentence. */
const WORDS: WordsOf = {
  OUT_OF_STOCK: ({ available }) =>
    available === 0
      ? { title: 'Someone else was quicker', detail: 'The last one has just gone. If a hold ends, it comes back here.' }
      : {
          title: available === 1 ? 'Only one is left' : `Only ${available} are left`,
          detail: 'We cannot hold more than there are.',
        },
  HOLD_NOT_GRANTED: ({ because }) =>
    because === 'share'
      ? {
          title: 'You already hold as many as one person can',
          detail: 'So that everyone gets a chance, one bag can only hold a part of what is left.',
        }
      : { title: 'Too much is going on', detail: 'This piece is wanted by many at once. Try again in a moment.' },
  QUANTITY_LIMIT: ({ limit }) => ({
    title: `At most ${limit} of one piece`,
    detail: 'A bag can hold that many of the same colour and size.',
  }),
  RESERVATION_ID_REUSED: () => ({ title: 'That did not go through', detail: 'Please press once more.' }),
  RESERVATION_NOT_FOUND: () => ({ title: 'This is no longer in your bag', detail: 'We have fetched your bag anew.' }),
  RESERVATION_RESOLVED: ({ as }) =>
    as === 'committed'
      ? { title: 'This is already part of an order', detail: 'You find it under your orders.' }
      : { title: 'The hold had ended', detail: 'You can take it again if there is one left.' },
  MORE_THAN_HELD: ({ held }) => ({ title: `Only ${held} are held`, detail: 'No more than what is held can be sold.' }),
  NOT_ALLOCATED: ({ allocated }) => ({
    title: allocated === 0 ? 'Nothing is allocated there' : `Only ${allocated} are allocated there`,
    detail: 'The order was shipped, moved or cancelled meanwhile. Look at it again.',
  }),
  ORDER_NOT_CANCELLABLE: ({ state }) => ({
    title: 'It cannot be cancelled any more',
    detail:
      state === 'shipped' || state === 'delivered'
        ? 'The parcel has left. You can send it back instead.'
        : state === 'packed'
          ? 'A parcel of it is packed and about to leave. Put it back first, or send it.'
          : 'Look at the order again: it has moved on meanwhile.',
  }),
  EXTENSION_USED: () => ({
    title: 'It cannot be held any longer',
    detail: 'It was held longer already. Check out, or take it again when the hold has ended.',
  }),
  UNKNOWN_VARIANT: () => ({ title: 'This piece is no longer sold', detail: 'It has left the collection.' }),
  UNKNOWN_RECORD: () => ({ title: 'There is no such stock record' }),
  STOCK_CHANGED: () => ({ title: 'The stock has changed meanwhile', detail: 'Look at the new figures and try again.' }),
  UNKNOWN_PRODUCT: () => ({ title: 'This piece is no longer sold', detail: 'It has left the collection.' }),
  UNKNOWN_SKU: () => ({ title: 'This piece is no longer sold', detail: 'It has left the collection.' }),
  LINE_NOT_FOUND: () => ({ title: 'This is no longer in your bag', detail: 'We have fetched your bag anew.' }),
  TOO_MANY_LINES: ({ limit }) => ({
    title: `A bag takes ${limit} different pieces`,
    detail: 'Check out what is in it, or take something out first.',
  }),
  CHECKOUT_IN_PROGRESS: () => ({
    title: 'An order is being paid for from this bag',
    detail: 'It stays as it is until the bank has answered. That takes a few minutes at most.',
  }),
  BAG_CHANGED: () => ({ title: 'Your bag changed in another window', detail: 'We have fetched it anew. Try again.' }),
  BAG_EMPTY: () => ({ title: 'Your bag is empty', detail: 'There is nothing to order in it.' }),
  PRICE_CHANGED: ({ quote }) => ({
    title: 'The total has changed',
    detail: `It is ${formatMoney(quote.totalMinor, quote.currency)} now. Nothing was charged.`,
  }),
  LINES_OUT_OF_STOCK: ({ lines }) => ({
    title: lines.length === 1 ? 'One piece has just been sold' : `${lines.length} pieces have just been sold`,
    detail: 'Nothing was charged. Your bag shows what is left.',
  }),
  NOT_SOLD_THERE: ({ country, lines }) => ({
    title: `${COUNTRY_LABELS[country]} is a country we may not sell all of this to`,
    detail: `Nothing was charged. Take out ${lines.map(({ title }) => title).join(', ')}, or send it elsewhere.`,
  }),
  ORDER_ID_REUSED: () => ({ title: 'That did not go through', detail: 'Please press once more. Nothing was charged.' }),
  PAYMENT_DECLINED: () => ({
    title: 'The bank declined this card',
    detail: 'Nothing was charged and your bag is as it was. Choose another card.',
  }),
  PAYMENT_FAILED: () => ({
    title: 'The payment could not be taken',
    detail: 'Nothing was charged and your bag is as it was. Try again or choose another card.',
  }),
  PAYMENT_TIMED_OUT: () => ({
    title: 'The bank did not answer in time',
    detail: 'Nothing was charged. Try again or choose another card.',
  }),
  SIGNATURE_REFUSED: () => ({ title: 'The signature does not fit' }),
  SIGNATURE_TOO_OLD: () => ({ title: 'Signed too long ago', detail: 'Check the clock of the sender.' }),
  INVALID_BATCH: ({ problems }) => ({
    title: 'The batch is not in order',
    detail: problems
      .map(({ line, field, problem }) => `${line ? `Line ${line}, ` : ''}${field}: ${problem}`)
      .join(' · '),
  }),
  BATCH_ID_REUSED: () => ({ title: 'This batch came before, with another content' }),
  CURSOR_TOO_OLD: () => ({ title: 'These changes are no longer kept', detail: 'Take the levels anew.' }),
  UNKNOWN_PLACE: ({ location }) => ({ title: `There is no location ${location}` }),
  UNKNOWN_SOURCE: () => ({ title: 'This source is gone', detail: 'It was revoked by a colleague.' }),
  ENDPOINT_REFUSED: ({ because }) => ({
    title: 'We do not send to this address',
    detail: {
      NOT_HTTPS: 'It has to begin with https://.',
      HAS_CREDENTIALS: 'An address must not carry a user name or password.',
      NOT_PUBLIC: 'It leads into a private network.',
      NOT_FOUND: 'There is no machine of that name.',
    }[because],
  }),
  UNKNOWN_ENDPOINT: () => ({ title: 'This receiver is gone', detail: 'A colleague has removed it.' }),
  UNKNOWN_PIECE: () => ({ title: 'This piece is no longer sold', detail: 'It has left the collection.' }),
  LIST_FULL: ({ limit }) => ({
    title: `The list takes ${limit} pieces`,
    detail: 'Take something off it first.',
  }),
  UNKNOWN_POLL: () => ({ title: 'This question has been taken down', detail: 'Thank you all the same.' }),
  LINK_NOT_VALID: () => ({
    title: 'This link is not whole',
    detail: 'Open it from the message once more, with all of its end.',
  }),
  EMAIL_NEEDED: () => ({ title: 'Where should we write to?', detail: 'Give an e-mail address, or sign in.' }),
  TOO_MUCH_WAITS: () => ({
    title: 'Too many speak at once',
    detail: 'This could not be noted, and nothing was changed. Try again in a few minutes.',
  }),
  STILL_BUYABLE: () => ({ title: 'It is back already', detail: 'This size can be bought right now.' }),
  FILE_REFUSED: ({ refusal }) => fileRefusalWords(refusal),
  UNKNOWN_FILE: () => ({ title: 'This file is gone', detail: 'A colleague has dropped it.' }),
  FILE_NOT_READY: () => ({ title: 'The file is not at that point', detail: 'Look at its state and try again.' }),
  FILE_HAS_BAD_ROWS: ({ badRows }) => ({
    title: badRows === 1 ? 'One row is not right' : `${badRows} rows are not right`,
    detail: 'Mend the file and upload it again, or choose to skip them.',
  }),
  ORDER_NOT_FOUND: () => ({
    title: 'There is no such order here',
    detail: 'Open it by the link from the checkout, or sign in to the account that placed it.',
  }),
  UNKNOWN_SCOPE: ({ slug }) => ({
    title: `There is no “${slug}” here`,
    detail: 'Take the name from the address of the piece or choose a collection.',
  }),
  UNKNOWN_MARKDOWN: () => ({ title: 'This markdown is not there any more' }),
  MARKDOWN_ENDED: () => ({ title: 'This markdown had already ended', detail: 'Its prices have gone back.' }),
  ...MOVEMENT_WORDS,
  RULE_NOT_FOUND: () => ({ title: 'This rule is not there any more' }),
  STYLE_NOT_FOUND: () => ({ title: 'This style is not there any more' }),
  MAKER_NOT_KNOWN: () => ({
    title: 'Nobody is known to make this style',
    detail: 'A cost belongs to a style and its maker.',
  }),
  COST_CURRENCY: ({ expected, told }) => ({
    title: `It is sold in ${expected}`,
    detail: `A cost in ${told} cannot be set against its price.`,
  }),
  COST_CHANGED: ({ costMinor, currency }) => ({
    title: 'Somebody else has written its cost meanwhile',
    detail: costMinor === null ? 'It was taken back.' : `It is ${formatMoney(costMinor, currency)} now.`,
  }),
  MODEL_WORSE: ({ name, version, than }) => ({
    title: `${name} ${version} foretold less well than ${than}`,
    detail: 'It is made active only when that is meant.',
  }),
  MODEL_NOT_FOUND: ({ name, version }) => ({ title: `There is no ${name} of version ${version}` }),
  POLL_NOT_FOUND: () => ({ title: 'This question is not there' }),
  POLL_EXISTS: ({ pollId }) => ({
    title: `There is a question called “${pollId}” already`,
    detail: 'Word the new one differently.',
  }),
  POLL_ANSWERED: ({ votes }) => ({
    title: `${votes === 1 ? 'Somebody has' : `${votes} people have`} answered this question`,
    detail: 'What they answered must go on reading as it did. Close it and ask another one.',
  }),
  POLL_PIECE_UNKNOWN: ({ slug }) => ({
    title: `There is no piece “${slug}”`,
    detail: 'Copy its address from the shop.',
  }),
  POLL_VALUE_UNKNOWN: ({ dimension, value }) => ({ title: `Nothing here has the ${dimension} “${value}”` }),
  EXPERIMENT_NOT_FOUND: ({ slug }) => ({ title: `There is no experiment called “${slug}”` }),
  EXPERIMENT_BEGUN: ({ slug }) => ({
    title: `“${slug}” has begun and cannot be changed`,
    detail: 'Its people keep the arms they are in. Give another one another name.',
  }),
  EXPERIMENT_NOT_RUNNING: ({ slug }) => ({ title: `“${slug}” is not running` }),
  ENGINE_NOT_READY: () => ({ title: 'The engine is still being loaded', detail: 'Try again in a few seconds.' }),
  ANSWER_NOT_FOUND: () => ({
    title: 'This answer is not in the log',
    detail: 'Answers are kept for 30 days and written within a second.',
  }),
  ALERT_NOT_FOUND: () => ({ title: 'That alert is gone', detail: 'Nothing was acknowledged. Look at the list again.' }),
  FORECAST_NOT_FOUND: ({ sku }) => ({ title: `There is no forecast of ${sku} yet` }),
  NOTHING_TO_ORDER: () => ({
    title: 'Nothing is missing any more',
    detail: 'What was suggested is on its way by now.',
  }),
  SUPPLIER_NOT_FOUND: () => ({ title: 'There is no such supplier', detail: 'Choose one from the list.' }),
  SUPPLIER_CHANGED: () => ({
    title: 'Somebody else has changed this supplier',
    detail: 'Close the form and open it again to see what stands there now.',
  }),
  SUPPLIER_CODE_TAKEN: ({ supplierCode }) => ({ title: `${supplierCode} is taken`, detail: 'Choose another code.' }),
  LOCATION_NOT_FOUND: () => ({ title: 'There is no such place', detail: 'Choose one from the list.' }),
  PURCHASE_ORDER_NOT_FOUND: ({ number }) => ({ title: `There is no purchase order ${number}` }),
  PURCHASE_ORDER_STATE: ({ number, state }) => ({
    title: `${number} is ${state.replaceAll('_', ' ')}`,
    detail: 'That cannot be done with it any more, or not yet.',
  }),
  PURCHASE_ORDER_SUPPLIER: ({ number }) => ({
    title: `${number} went to another supplier`,
    detail: 'Choose the supplier it was sent to.',
  }),
  BACKORDER_CHANGED: () => ({
    title: 'Somebody changed this meanwhile',
    detail: 'Nothing was changed by you. Look at it as it is now and try again.',
  }),
  SHIPMENT_REFERENCE_TAKEN: ({ reference, number }) => ({
    title: `${number} is announced under ${reference} already`,
    detail: 'A supplier gives a reference once. Change that shipment, or use its next reference.',
  }),
  ANNOUNCEMENT_ID_REUSED: ({ number }) => ({
    title: `${number} came of this form already`,
    detail: 'With other contents. Press once more to announce this as another shipment.',
  }),
  DRAFT_ID_REUSED: ({ number }) => ({
    title: `${number} came of this form already`,
    detail: 'With other contents. Press once more to write this as another order.',
  }),
  RECEIPT_ID_REUSED: ({ number }) => ({
    title: `Other counts were received on ${number} from this desk already`,
    detail: 'Look at what has come by now. Press once more to receive these as well.',
  }),
  SHIPMENT_NOT_FOUND: ({ number }) => ({ title: `There is no shipment ${number}` }),
  SHIPMENT_STATE: ({ number, state }) => ({
    title: `${number} is ${state.replaceAll('_', ' ')}`,
    detail: 'Nothing can be changed about it any more.',
  }),
  SHIPMENT_CHANGED: ({ number }) => ({
    title: `${number} has changed meanwhile`,
    detail: 'Nothing was changed by you. Look at it as it is now and try again.',
  }),
  SHIPMENT_LINE_NOT_FOUND: () => ({ title: 'That line is not of this shipment', detail: 'Nothing was changed.' }),
  CUT_BELOW_ARRIVED: ({ arrived }) => ({
    title: `${arrived} have come already`,
    detail: 'A line cannot be cut below what has arrived.',
  }),
  NOTHING_RECEIVED: () => ({ title: 'Nothing was counted', detail: 'Enter what came, or close the lines.' }),
  DAY_IN_THE_PAST: ({ day }) => ({ title: `${day} has passed`, detail: 'Choose today or a day to come.' }),
  SKU_UNKNOWN: ({ line, sku }) => ({ title: `Line ${line}: there is no SKU ${sku}`, detail: 'Nothing was changed.' }),
  SKU_TWICE: ({ line, sku }) => ({ title: `Line ${line}: ${sku} comes twice`, detail: 'Put it on one line.' }),
}

/** The words of a rejection. */
export const rejectionWords = (rejection: Rejection): Words => {
  // The table is keyed by the same code, which the compiler cannot follow through an index.
  const say = WORDS[rejection.code] as (rejection: Rejection) => Words
  return say(rejection)
}

/** Words for any failed call. */
export const errorWords = (error: ApiError): Words => {
  const rejection = rejectionOf(error)
  return rejection ? rejectionWords(rejection) : failureWords(error)
}
