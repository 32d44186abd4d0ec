import { Button } from '@/components/button'

/** Says that somebody else has saved another state than the one that was begun on; nothing written is lost. */
export const OvertakenNote = ({ onTake }: { onTake: () => void }) => (
  <p role="status" className="flex flex-wrap items-center gap-3 border-l-4 border-weld pl-3 text-note">
    <span>Somebody else has changed this meanwhile. What you wrote is still here.</span>
    <Button tone="quiet" size="small" onClick={onTake}>
      Take theirs
    </Button>
  </p>
)
