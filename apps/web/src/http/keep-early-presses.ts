/** Who pressed longer ago has gone on to something else, or pressed again. */
const AGE_MAX_MS = 10_000
const AGAIN_MS = 100

/**
 * Runs in the page, before its code is there: what is pressed meanwhile is kept in its order, and looks it, until
 * `EarlyPresses` takes it over. Kept are buttons that only code answers; pressed twice in a row is impatience. A form that
 * names no address is code's as well: sent by the browser it would lose what was typed, or write a password into an
 * address. From the moment that React listens to the page, which it marks, it answers by itself: a press kept then as well
 * would be answered twice. But it drops what is sent from a part of the page that is not brought to life yet, and leaves
 * the form to the browser: a form that nobody takes is held back and sent again, until one who has it takes it. Whoever
 * takes a form says so by `preventDefault`. Where code does not arrive, forms are the browser's.
 */
export const KEEP_EARLY_PRESSES = `(() => {
let kept = []
const taken = new WeakSet()
const sentAtMs = new WeakMap()
const isHeard = () => Object.keys(document).some((key) => key.startsWith('__reactContainer$'))
const show = (control) => {
control.dataset.kept = ''
control.setAttribute('aria-busy', 'true')
}
const hide = (control) => {
delete control.dataset.kept
control.removeAttribute('aria-busy')
}
const keep = (control) => {
if (!control || isHeard()) return
if (kept.length === 0 || kept[kept.length - 1].control !== control) kept.push({ control, words: control.textContent, atMs: performance.now() })
show(control)
}
const press = ({ target }) => keep(target.closest && target.closest('button[type="button"]:not([aria-disabled="true"])'))
const sendAgain = (form, submitter) => {
if (taken.has(form) || !form.isConnected || performance.now() - sentAtMs.get(form) > ${AGE_MAX_MS}) return sentAtMs.delete(form)
show(submitter || form)
setTimeout(() => {
hide(submitter || form)
form.requestSubmit(submitter)
}, ${AGAIN_MS})
}
const send = (event) => {
const { target: form, submitter } = event
if (taken.has(form) || form.hasAttribute('action')) return
event.preventDefault()
if (!isHeard()) return keep(submitter || form)
if (!sentAtMs.has(form)) sentAtMs.set(form, performance.now())
event.preventDefault = () => taken.add(form)
setTimeout(() => sendAgain(form, submitter))
}
addEventListener('click', press, true)
addEventListener('submit', send, true)
self.takeEarlyPresses = (isCodeLost) => {
removeEventListener('click', press, true)
if (isCodeLost) removeEventListener('submit', send, true)
const presses = kept
kept = []
for (const { control } of presses) hide(control)
return presses
}
})()`
