/** A failure that the person at the keyboard can mend; its message is one clear line and says how. */
export class StackError extends Error {
  override readonly name = 'StackError'
}
