/** Structured data in the page. `<` is escaped, so that no text of the catalogue can close the script element. */
export const JsonLd = ({ data }: { data: Readonly<Record<string, unknown>> }) => (
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serialiseForScript(data) }} />
)

/** JSON that is safe inside a script element. */
export const serialiseForScript = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c')
