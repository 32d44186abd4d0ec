const BOTS = /bot\b|bots\b|crawl|spider|slurp|preview|monitor|lighthouse|curl|wget|python|java\/|go-http|httpclient/i

/** Programs that say they are programs. Those that lie are caught by what they do: limits, and no consent. */
export const isBot = (userAgent: string | undefined): boolean => !userAgent || BOTS.test(userAgent)
