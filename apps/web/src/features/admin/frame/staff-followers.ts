import type { StaffTopic } from '@selvedge/core'

type Follower = { readonly topics: readonly StaffTopic[]; readonly onMoved: () => void }

/** Who on a page wants to hear of what. */
export type StaffFollowers = {
  /** Answers how to stop following. Who comes after the stream did is told at once: it may have missed a move. */
  follow(follower: Follower): () => void
  tell(topics: readonly StaffTopic[]): void
}

/** The followers of one page, none to begin with. */
export const createStaffFollowers = (): StaffFollowers => {
  const followers = new Set<Follower>()
  let hasTold = false
  return {
    follow: (follower) => {
      followers.add(follower)
      if (hasTold) follower.onMoved()
      return () => void followers.delete(follower)
    },
    tell: (moved) => {
      hasTold = true
      for (const { topics, onMoved } of [...followers]) if (topics.some((topic) => moved.includes(topic))) onMoved()
    },
  }
}
