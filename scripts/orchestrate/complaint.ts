/** A failure the user can mend: its message is printed alone, without a stack trace. */
export class Complaint extends Error {
  override readonly name = 'Complaint'
}
