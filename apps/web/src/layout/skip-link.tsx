/** First thing the Tab key reaches: past the header to the content. */
export const SkipLink = () => (
  <a
    href="#content"
    className="fixed top-2 left-2 z-60 -translate-y-20 bg-ink px-4 py-3 text-small font-medium text-paper focus:translate-y-0"
  >
    Skip to content
  </a>
)
