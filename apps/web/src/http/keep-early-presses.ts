/**
 * Runs in the page, before its code is there: what is pressed meanwhile is kept in its order, and looks it, until
 * `EarlyPresses` takes it over. Kept are buttons that only code answers; pressed twice in a row is impatience. A form that
 * names no address is code's as well: sent by the browser it would lose what was typed, or write a password into an
 * address. From the moment that React listens to the page, which it marks, it answers by itself: a press kept then as well
 * would be answered twice.
 */
export const KEEP_EARLY_PRESSES = `(() => {
let kept = []
const isHeard = () => Object.keys(document).some((key) => key.startsWith('__reactContainer$'))
const keep = (control) => {
if (!control || isHeard()) return
if (kept.length === 0 || kept[kept.length - 1].control !== control) kept.push({ control, words: control.textContent, atMs: performance.now() })
control.dataset.kept = ''
control.setAttribute('aria-busy', 'true')
}
const press = ({ target }) => keep(target.closest && target.closest('button[type="button"]:not([aria-disabled="true"])'))
const send = (event) => {
if (event.target.hasAttribute('action')) return
event.preventDefault()
keep(event.submitter || event.target)
}
addEventListener('click', press, true)
addEventListener('submit', send, true)
self.takeEarlyPresses = () => {
removeEventListener('click', press, true)
removeEventListener('submit', send, true)
const presses = kept
kept = []
for (const { control } of presses) {
delete control.dataset.kept
control.removeAttribute('aria-busy')
}
return presses
}
})()`
