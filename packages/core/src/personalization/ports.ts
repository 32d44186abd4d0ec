import type { PersonKey } from './person'
import type { Profile } from './profile'
import type { RecordedSignal } from './recorded-signal'

/** The hot profiles. */
export type ProfileStore = {
  /** One round trip; undefined for somebody the shop has not met. Weights are as of the profile's `asOfMs`. */
  read(person: PersonKey): Promise<Profile | undefined>
  /**
   * Applies signals to their people's profiles, each event once however often it comes; concurrent writers of one
   * profile repeat instead of losing. Answers how many counted.
   */
  apply(signals: readonly RecordedSignal[]): Promise<{ readonly applied: number; readonly repeated: number }>
  /**
   * Puts a profile made anew in place of whatever is there; made again when signals came in meanwhile.
   * `eventIds` are those the profile holds, the latest last.
   */
  replace(
    person: PersonKey,
    make: () => Promise<{ readonly profile: Profile; readonly eventIds: readonly string[] }>,
  ): Promise<void>
  /** The guest's profile becomes part of the user's; later signals of the guest count for the user as well. */
  merge(guest: PersonKey, user: PersonKey): Promise<void>
  erase(person: PersonKey): Promise<void>
}

/** Takes signals on their way to profile and log. */
export type BehaviourSink = {
  /**
   * Ids seen before are left out and counted. `isFull` when the worker is so far behind that nothing more is taken: the
   * browser keeps what it has. Throws when the stream cannot be reached.
   */
  record(
    signals: readonly RecordedSignal[],
  ): Promise<{ readonly accepted: number; readonly duplicates: number; readonly isFull: boolean }>
}

/** The cold log, the truth that profiles can be made from again. */
export type BehaviourLog = {
  /** Answers how many were new. */
  append(signals: readonly RecordedSignal[]): Promise<number>
  /** A person's signals of the last `limit`, oldest first. */
  of(person: PersonKey, limit: number): Promise<readonly RecordedSignal[]>
  /** People with signals, in order of key, after `person`. */
  people(after: string, limit: number): Promise<readonly PersonKey[]>
  /** Rows that were the guest's are the user's. */
  merge(guest: PersonKey, user: PersonKey): Promise<number>
  /** Answers how many rows went. */
  erase(person: PersonKey): Promise<number>
}

/** Signals that could not be kept and lie aside for somebody to look at. */
export type SetAside = {
  /** What names a person, as it came. */
  of(person: PersonKey): Promise<readonly string[]>
  /** Answers how many went. */
  erase(person: PersonKey): Promise<number>
}

/** What people decided about being recognised; the last word stands. */
export type ConsentStore = {
  /** Undefined for somebody who has not decided. */
  read(person: PersonKey): Promise<boolean | undefined>
  write(person: PersonKey, isPersonal: boolean): Promise<void>
}
